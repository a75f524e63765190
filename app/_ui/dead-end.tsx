"use client";
import { LinkButton } from "@/app/_ui/button";
import { PlainPage } from "@/app/_ui/plain-page";

/** Says the same for what is not there and for what this person may not know of. */
export function DeadEnd({ framed = false }: { framed?: boolean }) {
  return (
    <PlainPage framed={framed} title="没有这个页面，或者它不对你开放" actions={<LinkButton variant="primary" href="/">回到今日</LinkButton>}>
      <p className="text-ink-2">可能已被撤回，也可能网址少了几个字。需要查看又打不开，找党建办。</p>
    </PlainPage>
  );
}
