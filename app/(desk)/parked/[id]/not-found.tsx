import { LinkButton } from "@/app/_ui/button";
import { PlainPage } from "@/app/_ui/plain-page";

/** The same for what never was there and for what went on to somebody else: whoever had it once may still hold the link. */
export default function NotHereAnyMore() {
  return (
    <PlainPage framed title="没有这一条，或它不归你处理" actions={<LinkButton variant="primary" href="/parked">回到等待处理</LinkButton>}>
      <p className="text-ink-2">这户可能又移交了，或作者已撤回。移交后由现在包户的人或党建办处理，想知道结果找党建办。</p>
    </PlainPage>
  );
}
