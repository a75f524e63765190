"use client";
import { useState } from "react";
import type { VisitItem } from "@/app/_phone/item";
import { handOver } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { Button, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

/**
 * Instead of the form, where this phone holds words of the same visit that have not arrived and are not what is shown:
 * to write on here would be to write over them. The two are laid side by side in the outbox.
 */
export function OtherWords({ item }: { item: VisitItem }) {
  const [asked, setAsked] = useState(item.state === "conflict" || item.state === "sending");
  const compare = async () => {
    await handOver(item.visit, item.door, "save", true);
    await send(true).catch(() => undefined);
    setAsked(true);
  };
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="warn" title="这部手机上还有这一条没送到的内容">和系统里的不是同一版，先看看两边哪里不同。两边写的都还在，没有丢</Notice>
      {asked ? <LinkButton variant="primary" href="/outbox">去待发送看一看</LinkButton> : <Button variant="primary" onClick={() => void compare()}>和系统里的对一对</Button>}
    </div>
  );
}
