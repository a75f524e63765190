"use client";
import type { SheetItem } from "@/app/_phone/item";
import { myOutbox, takeBack } from "@/app/_phone/phone";
import { Badge } from "@/app/_ui/badge";
import { Button, LinkButton } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { sheetText } from "@/lib/quizzes/rules-sheet";
import { itemState } from "@/lib/words/outbox";
import { clockAt, tones, Words } from "./outbox-item";

/** One exam sheet: whose door, how it stands and why, and what can be done about it. */
export function OutboxSheet({ item }: { item: SheetItem }) {
  return (
    <li className="grid grid-cols-1 gap-1.5 px-3 py-2">
      <p className="flex items-baseline justify-between gap-2">
        <b className="min-w-0 truncate font-semibold">{item.door}</b>
        <Badge tone={tones[item.state]} word={itemState.label(item.state)} />
      </p>
      <p className="text-sm text-ink-2">考核表 · {whyOf(item)}</p>
      <Deeds item={item} />
    </li>
  );
}

function whyOf({ state, savedAt, reason }: SheetItem): string {
  if (state === "draft") return `${clockAt(savedAt)} 存在本机，还没有交`;
  if (state === "sent") return `${clockAt(savedAt)} 送达`;
  return reason || (state === "sending" ? "正在发送" : "马上发送");
}

function Deeds({ item: { id, state, door, sheet } }: { item: SheetItem }) {
  const page = `/quizzes/${sheet.quizId}`;
  if (state === "sending") return null;
  if (state === "sent") return <div><LinkButton size="row" href={page}>看这次考核</LinkButton></div>;
  if (state === "queued") return <div><Button size="row" onClick={() => void takeBack(id)}>取回来改</Button></div>;
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton variant="primary" href={page}>继续考核</LinkButton>
      {state !== "draft" && <Words text={`${door}\n${sheetText(sheet)}`} name={`考核表 ${door}`} />}
      <DialogButton label="删除这张考核表" title="从这部手机上删除">
        <p className="mb-3">{door}的考核表还没有送达，删除后找不回来。</p>
        <Button variant="danger" onClick={() => void myOutbox().then((outbox) => outbox.remove(id))}>删除这张考核表</Button>
      </DialogButton>
    </div>
  );
}
