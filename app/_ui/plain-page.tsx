import type { ReactNode } from "react";

/** One message in the middle of an otherwise empty page: errors, dead ends. */
export function PlainPage({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid max-w-xl gap-3 px-4 py-[12vh]">
      <h1>{title}</h1>
      <div className="grid gap-2">{children}</div>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
