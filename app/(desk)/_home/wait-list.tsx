import { doorName as called } from "@/lib/visits/rules";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";

type WaitListProps = { title: ReactNode; aside?: ReactNode; children: ReactNode };

/** Things that wait, one verb to each. */
export function WaitList({ title, aside, children }: WaitListProps) {
  return (
    <Card title={title} aside={aside} flush>
      <ul className="divide-y divide-line">{children}</ul>
    </Card>
  );
}

type WaitProps = {
  title: ReactNode;
  meta?: ReactNode;
  verb: string;
  href: string;
  /** What the verb is done to, for a screen reader. */
  what: string;
};

export function Wait({ title, meta, verb, href, what }: WaitProps) {
  return (
    <li className="flex min-h-tap flex-wrap items-center justify-end gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-[12em]">
        <p className="font-semibold">{title}</p>
        {meta && <div className="text-sm text-ink-2">{meta}</div>}
      </div>
      <LinkButton href={href} aria-label={`${verb}：${what}`} className="flex-none">{verb}</LinkButton>
    </li>
  );
}

/** Nothing of this kind waits: one line, no empty box. */
export const WaitNothing = ({ children }: { children: ReactNode }) => <li className="px-3 py-3 text-ink-2">{children}</li>;

/** A home names every household masked, whatever its reader may see elsewhere. */
export const doorName = ({ firm, maskedName }: { firm: string | null; maskedName: string | null }): string => called({ firm, maskedName });
