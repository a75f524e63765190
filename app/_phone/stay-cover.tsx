"use client";
import { useEffect, useRef } from "react";
import { SignInCard } from "@/app/sign-in/sign-in-form";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { toTheDoor } from "./leaving";
import type { Item } from "./item";
import { myOutbox } from "./phone";
import { send } from "./sending";

/**
 * Nobody is signed in here any more, but some words rest in this page alone and would go with it: it stays, covers
 * what it showed, says why, and lets its author back in on the spot. Once nothing is left here, it goes.
 */
export function StayCover({ left }: { left: readonly Item[] }) {
  const cover = useRef<HTMLDialogElement>(null);
  const show = () => void (cover.current?.open || cover.current?.showModal());
  const done = left.length === 0;
  useEffect(() => {
    if (done) toTheDoor("/outbox");
    else show();
  }, [done]);
  const drop = async () => {
    const outbox = await myOutbox();
    for (const { id } of left) await outbox.remove(id);
  };
  // Whoever signed in may be somebody else: of all that can stand in the way this alone does not pass by itself.
  const why = left.find(({ reason }) => reason.startsWith("这部手机上的内容是另一个人的"))?.reason;
  return (
    <dialog ref={cover} aria-labelledby="stays" onCancel={(event) => event.preventDefault()} onClose={show}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-bg-2 p-4 text-left text-base whitespace-normal text-ink">
      <div className="mx-auto grid max-w-sm gap-4 py-[4vh]">
        <h2 id="stays" className="text-xl">已退出登录，还有 {left.length} 条只在这一页上</h2>
        <p>这部手机没能存下它们，关掉这一页就没有了。重新登录后会自动发送。</p>
        {why && <Notice tone="warn">{why}</Notice>}
        <SignInCard next="/outbox" entered={() => void send(true).catch(() => undefined)} />
        <Button variant="danger" onClick={() => void drop()}>放弃这 {left.length} 条</Button>
      </div>
    </dialog>
  );
}
