import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";

/** For whom nothing waits now, and what they may open all the same. */
export function QuietHome() {
  return (
    <Empty title="现在没有等你办的事" action={
      <>
        <LinkButton href="/villages">看村社</LinkButton>
        <LinkButton href="/people">找人</LinkButton>
        <LinkButton href="/feedback?from=/">写投诉建议</LinkButton>
      </>
    }>
      有事交到你手上时，会先出现在这里。
    </Empty>
  );
}

export const QuietWords = ({ children }: { children: ReactNode }) => <p className="text-ink-2">{children}</p>;
