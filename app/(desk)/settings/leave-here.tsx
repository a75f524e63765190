"use client";
import { useState } from "react";
import { isGoing, isUnsent, type Item } from "@/app/_phone/item";
import { leave, markLeaving, toTheDoor } from "@/app/_phone/leaving";
import { myOutbox } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { useItems } from "@/app/_phone/use-items";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";

/** 退出登录. What has not been sent is neither lost nor left readable: the person says what becomes of it. */
export function LeaveHere() {
  const found = useItems();
  const unsent = found?.items.filter(isUnsent) ?? [];
  const [asking, setAsking] = useState(false);
  const [going, setGoing] = useState(false);
  const go = async (what: "keep" | "drop") => {
    setGoing(true);
    await out(what);
  };
  /** Looked at now: what this page knew may be older than what was written elsewhere, or not known yet. */
  const press = async () => {
    setGoing(true);
    const waits = (await (await myOutbox()).items()).some(isUnsent);
    setGoing(false);
    if (waits) setAsking(true);
    else void go("keep");
  };
  return (
    <>
      <Button wide busy={going} onClick={() => void press()}>退出登录</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`还有 ${unsent.length} 条没有发出去`}>
        <Choices unsent={unsent} lasting={found?.lasting ?? true} go={(what) => { setAsking(false); void go(what); }} />
      </Dialog>
    </>
  );
}

function Choices({ unsent, lasting, go }: { unsent: readonly Item[]; lasting: boolean; go: (what: "keep" | "drop") => void }) {
  const [state, setState] = useState<"ready" | "sending" | "stayed">("ready");
  const left = unsent.filter(isGoing).length;
  const others = unsent.length - left;
  const sendFirst = async () => {
    setState("sending");
    await send(true).catch(() => undefined);
    setState("stayed");
  };
  return (
    <div className="grid gap-2.5">
      {state === "stayed" && <Notice tone={left ? "warn" : "ok"}>{left ? `还有 ${left} 条没能发出去，看看信号再试` : others ? `都发出去了，还有 ${others} 条没写完或要看一看` : "都发出去了"}</Notice>}
      {left > 0 && <Button variant="primary" busy={state === "sending"} onClick={() => void sendFirst()}>先发送 {left} 条</Button>}
      {lasting ? (
        <>
          <Button onClick={() => go("keep")}>加密保留在这部手机上，退出</Button>
          <p className="text-sm text-ink-2">只有你自己再登录才能打开，别人登录看不到。</p>
        </>
      ) : <p className="text-sm text-ink-2">这部手机现在存不下，退出后留不住。先发送，或到“待发送”复制文字。</p>}
      <Button variant="danger" onClick={() => go("drop")}>放弃这 {unsent.length} 条，退出</Button>
    </div>
  );
}

/**
 * First the server's word, then the phone lets go, then the whole page goes and every word in its memory with it.
 * Where the server is not within reach the phone lets go all the same, and a mark ends the session at the first contact.
 */
async function out(unsent: "keep" | "drop"): Promise<void> {
  const how = { method: "POST", headers: { "content-type": "application/json" }, body: "{}", signal: AbortSignal.timeout(6_000) };
  const answer = await fetch("/api/v1/sign-out", how).catch(() => undefined);
  if (!answer?.ok && answer?.status !== 401) markLeaving();
  await leave(unsent);
  toTheDoor();
}
