/** How far a thing has come, as a shape that survives black-and-white: ○ ◔ ◐ ● ✓ ▲ –. Drawn by badge.css. */
export type Shape = "ring" | "quarter" | "half" | "disc" | "check" | "triangle" | "dash";

export function Glyph({ shape, className = "size-[0.75em]" }: { shape: Shape; className?: string }) {
  return <span className={`glyph-${shape} ${className}`} aria-hidden />;
}
