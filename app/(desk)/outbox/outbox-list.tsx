"use client";
import { isUnsent, type Item } from "@/app/_phone/outbox";
import { send } from "@/app/_phone/phone";
import { useItems } from "@/app/_phone/use-items";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { Notice } from "@/app/_ui/notice";
import type { ItemState } from "@/lib/words/outbox";
import { OutboxItem } from "./outbox-item";

const groups: { title: string; states: readonly ItemState[] }[] = [
  { title: "要你看一看", states: ["conflict", "rejected"] },
  { title: "待发送", states: ["sending", "queued"] },
  { title: "没写完的草稿", states: ["draft"] },
  { title: "这周已送达", states: ["sent"] },
];

const DAY = 24 * 3_600_000;

/** Every item with the truth about it; nothing leaves this list before the server has said that it has it. */
export function OutboxList({ me }: { me: string }) {
  const found = useItems();
  if (!found) return <p className="text-ink-2">正在看这部手机上有什么</p>;
  const { items, lasting } = found;
  if (items.length === 0) return <Empty title="没有要发送的" action={<LinkButton variant="primary" href="/visits/new">记走访</LinkButton>}>没有网络时写的走访会先存在这里，有网后自动发送</Empty>;
  return (
    <>
      {!lasting && <Notice tone="warn">这个浏览器存不了本机，内容只在这一页上。先别关页面</Notice>}
      {isOld(items) && <Notice tone="warn" title="有内容超过一天没发出去">找个有信号的地方打开这一页，会自动发送</Notice>}
      {groups.map(({ title, states }) => <Group key={title} title={title} me={me} items={items.filter(({ state }) => states.includes(state))} />)}
    </>
  );
}

/** Looked at when the list changes, which is often enough for a day. */
const isOld = (items: readonly Item[]): boolean =>
  items.some((item) => isUnsent(item) && item.state !== "draft" && item.savedAt < new Date().getTime() - DAY);

function Group({ title, items, me }: { title: string; items: readonly Item[]; me: string }) {
  if (items.length === 0) return null;
  const queued = items.some(({ state }) => state === "queued");
  return (
    <Card title={`${title} ${items.length}`} aside={queued && <Button size="row" onClick={() => void send(true)}>立即发送</Button>} flush>
      <ul aria-label={title} className="divide-y divide-line">
        {items.map((item) => <OutboxItem key={item.id} item={item} me={me} />)}
      </ul>
    </Card>
  );
}
