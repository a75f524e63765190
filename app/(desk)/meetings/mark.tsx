import { Glyph, type Shape } from "@/app/_ui/glyph";
import { type BoardMark, boardMark } from "@/lib/dashboard/rules";

const looks: Record<BoardMark, { shape: Shape; ink: string }> = {
  both: { shape: "disc", ink: "text-ok" },
  one: { shape: "half", ink: "text-warn" },
  none: { shape: "ring", ink: "text-ink-2" },
  off: { shape: "dash", ink: "text-ink-2" },
};

/** ● ◐ ○ –, with the word for who does not see it. */
export function Mark({ mark }: { mark: BoardMark }) {
  const { shape, ink } = looks[mark];
  return (
    <>
      <Glyph shape={shape} className={`size-3 max-lg:size-4 ${ink}`} />
      <span className="sr-only">{boardMark.label(mark)}</span>
    </>
  );
}

export function Legend() {
  return (
    <span className="flex flex-wrap gap-x-3">
      {boardMark.options.map(({ value, label }) => (
        <span key={value} className="inline-flex items-center gap-1">
          <Glyph shape={looks[value].shape} className={`size-3 ${looks[value].ink}`} />
          {label}
        </span>
      ))}
    </span>
  );
}
