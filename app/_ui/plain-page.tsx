import type { ReactNode } from "react";

type PlainPageProps = { title: string; children: ReactNode; actions: ReactNode; framed?: boolean };

/** One message in the middle of an otherwise empty page: errors, dead ends. `framed` where the shell already has the main. */
export function PlainPage({ title, children, actions, framed = false }: PlainPageProps) {
  const Box = framed ? "div" : "main";
  return (
    <Box {...(!framed && { id: "main" })} className="mx-auto grid max-w-xl gap-3 px-4 py-[12vh]">
      <h1>{title}</h1>
      <div className="grid gap-2">{children}</div>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </Box>
  );
}
