import { CodeForm } from "@/app/_phone/code-form";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";

/** Asked for by a person, it is waited for longer. */
function again(): void {
  const to = new URL(location.href);
  to.searchParams.set("wait", "1");
  location.replace(to);
}

/** Somebody's things are here: six digits open them. */
export function Locked({ enter, reached }: { enter: (code: string) => Promise<string | void>; reached: boolean }) {
  return (
    <>
      <h1 className="text-xl">{reached ? "有网了" : "现在连不上服务器"}</h1>
      <Card title="输口令打开这部手机上的内容">
        <CodeForm submit="打开" enter={enter} />
        <p className="mt-3 text-sm text-ink-2">可以记走访、继续考核、看草稿和待发送、看自己的农户。输错 5 次就清掉口令和农户名单，没发送的内容还在，登录后能打开。</p>
      </Card>
      <Button onClick={again}>{reached ? "打开刚才那一页" : "再连一次"}</Button>
    </>
  );
}

/** 退出登录 without a network: said as it is, for the session itself ends only when there is one. */
export function Gone() {
  return (
    <>
      <h1 className="text-xl">已退出登录</h1>
      <Notice tone="ok">这部手机上打不开刚才那个人的内容了。有网后会自动告诉服务器</Notice>
      <div><LinkButton href="/sign-in?wait=1">去登录</LinkButton></div>
    </>
  );
}

/** Nothing opens here: what this page is, and what to do. It is all that a stranger sees. */
export function NothingHere({ tried, reached }: { tried: boolean; reached: boolean }) {
  return (
    <>
      <h1 className="text-xl">{reached ? "有网了" : "现在连不上服务器"}</h1>
      {tried && <Notice tone="warn">口令打不开了，已经清掉。没发送的内容还加密存在这部手机上，登录后会自动发送</Notice>}
      <Card>
        <div className="grid gap-2">
          <p>已经写好、还没发送的内容都加密存在手机上，不会丢。{reached ? "回到青蓝就会自动发送。" : "有网后打开本系统，会自动发送。"}</p>
          <p className="text-ink-2">想在没信号的地方也能打开：联网登录后，在“我的”里设一个 6 位口令。口令在最后一次联网后 72 小时内能用，退出登录就清掉。</p>
        </div>
      </Card>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={again}>{reached ? "打开刚才那一页" : "再连一次"}</Button>
        <LinkButton href="/sign-in?wait=1">去登录</LinkButton>
      </div>
    </>
  );
}
