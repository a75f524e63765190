import type { ComponentProps } from "react";
import { Button } from "@/app/_ui/button";

type KeyedProps = ComponentProps<typeof Button> & { shortcut: string };

/** A button that says its key; the phone has none and shows none. */
export function Keyed({ shortcut, children, ...button }: KeyedProps) {
  return (
    <Button aria-keyshortcuts={shortcut === "?" ? "Shift+?" : shortcut} {...button}>
      {children}
      <kbd aria-hidden className="rounded-sm border border-current px-1 text-xs leading-tight opacity-80 max-lg:hidden">{shortcut.replace("Shift+", "⇧")}</kbd>
    </Button>
  );
}
