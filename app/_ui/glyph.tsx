/** How far a thing has come, as a shape that survives black-and-white: ○ ◔ ◐ ● ✓ ▲ –. */
export type Shape = "ring" | "quarter" | "half" | "disc" | "check" | "triangle" | "dash";

const paths: Record<Shape, { fill?: string; line?: string }> = {
  ring: { line: "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6" },
  quarter: { line: "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6", fill: "M6 6V1.2A4.8 4.8 0 0 1 10.8 6z" },
  half: { line: "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6", fill: "M6 1.2a4.8 4.8 0 0 1 0 9.6z" },
  disc: { fill: "M6 .7a5.3 5.3 0 1 0 0 10.6a5.3 5.3 0 1 0 0-10.6" },
  check: { line: "M1.8 6.4l2.9 2.9l5.5-6.2" },
  triangle: { fill: "M6 .9L11.7 11H.3z" },
  dash: { line: "M2 6h8" },
};

export function Glyph({ shape, className = "size-[0.75em]" }: { shape: Shape; className?: string }) {
  const { fill, line } = paths[shape];
  return (
    <svg viewBox="0 0 12 12" aria-hidden className={`inline-block flex-none ${className}`}>
      {line && <path d={line} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />}
      {fill && <path d={fill} fill="currentColor" />}
    </svg>
  );
}
