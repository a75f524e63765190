"use client";
import { useState } from "react";
import type { Item } from "@/app/_phone/outbox";
import { handOver, myOutbox, send } from "@/app/_phone/phone";
import { giveWay } from "@/app/_phone/sender-photos";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Theirs } from "@/app/api/v1/outbox/deliver";
import { PHOTOS_A_VISIT } from "@/lib/photos/rules";
import type { VisitInput } from "@/lib/visits/forms";
import { changesBetween } from "@/lib/visits/rules";
import { atmosphere, matter, notDone, slot, topicChip, visitKind } from "@/lib/words/visit";
import { recallVisit } from "../visits/actions";

type Props = { item: Item; theirs: Theirs };

/** The same visit, changed here and elsewhere: what differs side by side, and nothing is written over unasked. */
export function ConflictChoice({ item, theirs }: Props) {
  const [trouble, setTrouble] = useState<string>();
  const fields = differences(item.visit, theirs.visit);
  const mine = async (visit: VisitInput) => setTrouble(await replace(item, visit, theirs));
  return (
    <div className="grid gap-2">
      <table className="w-full table-fixed border-separate border-spacing-0 rounded-2 border border-line text-sm">
        <caption className="sr-only">两边不一样的地方</caption>
        <thead><tr><th scope="col" className="p-2 text-left">我的</th><th scope="col" className="p-2 text-left">系统里的</th></tr></thead>
        <tbody>
          {fields.map(({ name, ours, others }) => (
            <tr key={name} className="align-top">
              <td className="border-t border-line p-2"><span className="text-ink-2">{name}　</span><Marked from={others} to={ours} /></td>
              <td className="border-t border-line p-2">{others || "没有写"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {theirs.state === "approved" && <Notice tone="info">系统里的已经通过，改不了了。想留下自己的，先复制文字</Notice>}
      {trouble && <Notice tone="danger">{trouble}</Notice>}
      <div className="flex flex-wrap gap-2">
        {theirs.state !== "approved" && <Button onClick={() => void mine(both(item.visit, theirs.visit))}>两段都留</Button>}
        {theirs.state !== "approved" && <Button onClick={() => void mine(item.visit)}>用我的</Button>}
        <Button onClick={() => void myOutbox().then((outbox) => giveWay(outbox, item, theirs))}>用系统里的</Button>
      </div>
    </div>
  );
}

/** What was handed in already is taken back first; who has answered it meanwhile is told by the refusal. */
async function replace(item: Item, visit: VisitInput, theirs: Theirs): Promise<string | undefined> {
  let { version } = theirs;
  if (theirs.state === "submitted") {
    const outcome = await recallVisit({ visitId: item.id, version }).catch(() => undefined);
    if (!outcome?.ok) return outcome?.message ?? "没能连上服务器，过一会儿再试";
    version += 1;
  }
  await handOver({ ...visit, version }, item.door, item.deed);
  await send(true);
  return undefined;
}

function both(mine: VisitInput, theirs: VisitInput): VisitInput {
  const account = mine.account === theirs.account ? mine.account : [theirs.account, mine.account].filter(Boolean).join("\n");
  const photoIds = [...new Set([...(theirs.photoIds ?? []), ...(mine.photoIds ?? [])])].slice(0, PHOTOS_A_VISIT);
  return { ...mine, account, photoIds, topics: [...new Set([...(theirs.topics ?? []), ...(mine.topics ?? [])])] };
}

function Marked({ from, to }: { from: string; to: string }) {
  if (!to) return <>没有写</>;
  return changesBetween(from, to).filter(({ kind }) => kind !== "removed").map(({ value, kind }, place) =>
    (kind === "added" ? <ins key={place}>{value}</ins> : <span key={place}>{value}</span>));
}

const told: { name: string; of: (visit: VisitInput) => string }[] = [
  { name: "一句话记录", of: (v) => v.account },
  { name: "谈了什么", of: (v) => (v.topics ?? []).map((one) => topicChip.label(one)).join("、") },
  { name: "没走成", of: (v) => (v.notDone ? notDone.label(v.notDone) : "") },
  { name: "要办的事", of: (v) => [v.matter && matter.label(v.matter), v.problemTitle].filter(Boolean).join("：") },
  { name: "方式", of: (v) => visitKind.label(v.kind) },
  { name: "日期", of: (v) => `${v.visitedOn} ${slot.label(v.slot)}` },
  { name: "下次走访", of: (v) => v.nextVisitOn ?? "" },
  { name: "谈得怎么样", of: (v) => (v.atmosphere ? atmosphere.label(v.atmosphere) : "") },
  { name: "照片", of: (v) => (v.photoIds?.length ? `${v.photoIds.length} 张` : "") },
  { name: "下一步", of: (v) => (v.nextSteps ?? []).map((step) => step.words).join("；") },
];

const differences = (mine: VisitInput, theirs: VisitInput) =>
  told.map(({ name, of }) => ({ name, ours: of(mine), others: of(theirs) })).filter(({ ours, others }) => ours !== others);
