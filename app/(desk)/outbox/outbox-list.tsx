"use client";
import { useState } from "react";
import { isGoing, isSheet, isUnsent, type Item, needsMe } from "@/app/_phone/item";
import { send } from "@/app/_phone/sending";
import { useItems } from "@/app/_phone/use-items";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { Notice } from "@/app/_ui/notice";
import { type Again, OutboxItem } from "./outbox-item";
import { OutboxSheet } from "./outbox-sheet";

const groups: { title: string; holds: (item: Item) => boolean }[] = [
  { title: "要你看一看", holds: needsMe },
  { title: "等别人处理", holds: (item) => item.state === "rejected" && !needsMe(item) },
  { title: "待发送", holds: (item) => isGoing(item) && !needsMe(item) },
  { title: "没写完的草稿", holds: ({ state }) => state === "draft" },
  { title: "这周已送达", holds: (item) => !isUnsent(item) },
];

/** Every item with the truth about it; nothing leaves this list before the server has said that it has it. */
export function OutboxList({ me, writes = true }: { me: string; writes?: boolean }) {
  const found = useItems();
  const [changed, setChanged] = useState<string>();
  const again: Again = { of: ({ id }) => id === changed, mark: ({ id }) => setChanged(id) };
  if (!found) return <p className="text-ink-2">正在看这部手机上有什么</p>;
  const { items, lasting } = found;
  if (items.length === 0) return <Empty title="没有要发送的" action={writes && <LinkButton variant="primary" href="/visits/new">记走访</LinkButton>}>没有网络时{writes ? "写的走访" : "填的考核表"}会先存在这里，有网后自动发送{lasting ? "" : "。只是这个浏览器现在存不了本机，写了先别关页面"}</Empty>;
  return (
    <>
      {!lasting && <Notice tone="warn">有内容没能存进这个浏览器，只在这一页上。先别关页面，有网就发送</Notice>}
      {groups.map(({ title, holds }) => <Group key={title} title={title} me={me} again={again} items={items.filter(holds)} />)}
    </>
  );
}

function Group({ title, items, me, again }: { title: string; items: readonly Item[]; me: string; again: Again }) {
  if (items.length === 0) return null;
  const queued = items.some((item) => isGoing(item) && item.state !== "sending");
  return (
    <Card title={`${title} ${items.length}`} aside={queued && <Button size="row" onClick={() => void send(true)}>立即发送</Button>} flush>
      <ul aria-label={title} className="divide-y divide-line">
        {items.map((item) => (isSheet(item) ? <OutboxSheet key={item.id} item={item} /> : <OutboxItem key={item.id} item={item} me={me} again={again} />))}
      </ul>
    </Card>
  );
}
