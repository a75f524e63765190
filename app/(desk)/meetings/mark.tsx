import { Glyph, type Shape } from "@/app/_ui/glyph";
import { type BoardMark, boardMark } from "@/lib/dashboard/rules";

const looks: Record<BoardMark, { shape: Shape; ink: string }> = {
  both: { shape: "disc", ink: "text-ok" },
  one: { shape: "half", ink: "text-warn" },
  none: { shape: "ring", ink: "text-ink-2" },
  off: { shape: "dash", ink: "text-ink-2" },
};

/** ● ◐ ○ –, with the word for who does not see it. */
export function Mark({ mark, size }: { mark: BoardMark; size: string }) {
  const { shape, ink } = looks[mark];
  return (
    <span className={`inline-flex ${ink}`}>
      <Glyph shape={shape} className={size} />
      <span className="sr-only">{boardMark.label(mark)}</span>
    </span>
  );
}

export function Legend() {
  return (
    <span className="flex flex-wrap gap-x-3">
      {boardMark.options.map(({ value, label }) => (
        <span key={value} className="inline-flex items-center gap-1">
          <span className={`inline-flex ${looks[value].ink}`}><Glyph shape={looks[value].shape} className="size-3" /></span>
          {label}
        </span>
      ))}
    </span>
  );
}
