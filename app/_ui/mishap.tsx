"use client";
import { Button, LinkButton } from "@/app/_ui/button";
import { PlainPage } from "@/app/_ui/plain-page";

export type Broken = { error: Error & { digest?: string }; reset: () => void };

/** Something broke on our side. The reference leads the office to the server's own note of it. */
export function Mishap({ error, reset, framed = false }: Broken & { framed?: boolean }) {
  const actions = (
    <>
      <Button variant="primary" onClick={reset}>重试一次</Button>
      <LinkButton href="/">回到今日</LinkButton>
    </>
  );
  return (
    <PlainPage framed={framed} title="抱歉，这一页没能打开" actions={actions}>
      <p>已经提交的内容都在，不会丢。过一会儿再点“重试一次”。</p>
      {error.digest && <p className="text-ink-2">一直不行，把编号 {error.digest.slice(0, 8)} 发给党建办。</p>}
    </PlainPage>
  );
}
