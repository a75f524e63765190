import type { ReactNode } from "react";

const row =
  "action-row flex flex-wrap items-center gap-2.5 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 " +
  "max-lg:flex-nowrap max-lg:border-t max-lg:border-line max-lg:bg-bg max-lg:px-3 max-lg:pt-2.5 " +
  "max-lg:pb-[calc(0.625rem+env(safe-area-inset-bottom))] max-lg:[&>:last-child]:flex-1";

/** The form's last line. On the phone it stays under the thumb, in the bottom bar's place. */
export function ActionRow({ children }: { children: ReactNode }) {
  return <div className={row}>{children}</div>;
}
