import icons from "./icons.svg";

export type IconName =
  | "house" | "square-pen" | "clipboard-check" | "notebook-pen" | "map-pinned" | "circle-alert" | "calendar-days"
  | "handshake" | "users" | "building-2" | "file-up" | "user-round-cog" | "scroll-text" | "settings" | "user-round"
  | "lightbulb" | "list-checks" | "circle-question-mark" | "message-square-more" | "bell" | "chevron-left" | "chevron-right";

/** Next's own word for an imported picture is `any`. */
const { src } = icons as { src: string };

/** A drawing by its name in icons.svg, which a browser fetches once: no page carries its strokes. */
export const Icon = ({ name, className = "" }: { name: IconName; className?: string }) => (
  <svg className={`drawn ${className}`} aria-hidden><use href={`${src}#${name}`} /></svg>
);
