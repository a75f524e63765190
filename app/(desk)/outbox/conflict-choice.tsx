"use client";
import { useState } from "react";
import type { VisitItem } from "@/app/_phone/item";
import { handOver, myOutbox } from "@/app/_phone/phone";
import { giveWay } from "@/app/_phone/sender-photos";
import { send } from "@/app/_phone/sending";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Theirs } from "@/app/api/v1/outbox/deliver";
import { recallVisit } from "../visits/actions";
import { ConflictField } from "./conflict-field";
import { differences, picked, type Side } from "./sides";

/** `moved` is told when the other side has changed once more: this choice is over then, and another one is drawn. */
type Props = { item: VisitItem; theirs: Theirs; moved: () => void };

/**
 * The same visit, changed here and elsewhere: what differs side by side, each field to be picked. What stands picked at
 * first keeps everything that was written, so that one press settles the ordinary case; nothing is written over unseen.
 */
export function ConflictChoice({ item, theirs, moved }: Props) {
  const [picks, setPicks] = useState<Record<string, Side>>({});
  const [said, setSaid] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const fields = differences(item.visit, theirs.visit, item.door, theirs.door ?? "另一户");
  const sides = Object.fromEntries(fields.map(({ key, usual }) => [key, picks[key] ?? usual]));
  const all = (side: Side) => fields.every(({ key }) => sides[key] === side);
  const over = theirs.state === "approved";
  const takeTheirs = async () => giveWay(await myOutbox(), item, theirs);
  const keep = async () => {
    setSaid({ busy: true });
    const no = all("theirs") ? await takeTheirs() : await replace(item, theirs, sides, moved);
    setSaid({ busy: false, no: no ?? undefined });
  };
  return (
    <div role="group" aria-label="两边不一样的地方" className="grid grid-cols-1 gap-2">
      {fields.map((field) => (
        <ConflictField key={field.key} field={field} name={`${item.id}-${field.key}`} side={sides[field.key]!} fixed={over}
          pick={(side) => setPicks({ ...picks, [field.key]: side })} />
      ))}
      {over && <Notice tone="info">系统里的已经通过，改不了了。想留下自己的，先复制文字</Notice>}
      {said.no && <Notice tone="danger">{said.no}</Notice>}
      <div className="flex flex-wrap gap-2">
        {!over && <Button variant="primary" busy={said.busy} onClick={() => void keep()}>{all("theirs") ? "用系统里的" : all("mine") ? "用我的" : "存成选好的"}</Button>}
        {over && <Button onClick={() => void takeTheirs()}>用系统里的</Button>}
      </div>
    </div>
  );
}

/** What was handed in already is taken back first; what has become of it meanwhile is looked at anew. */
async function replace(item: VisitItem, theirs: Theirs, sides: Readonly<Record<string, Side>>, moved: () => void): Promise<string | undefined> {
  let { version } = theirs;
  if (theirs.state === "submitted") {
    const outcome = await recallVisit({ visitId: item.id, version }).catch(() => undefined);
    if (!outcome) return "没能连上服务器，过一会儿再试";
    if (outcome.ok) version += 1;
    else return lookAgain(item, moved);
  }
  const door = sides.door === "theirs" ? (theirs.door ?? "") : item.door;
  await handOver({ ...picked(item.visit, theirs.visit, sides), version }, door, item.deed, true);
  await send(true);
  return undefined;
}

/** It has gone on over there since: my words are sent as they are, and come back with what stands there now. */
async function lookAgain(item: VisitItem, moved: () => void): Promise<undefined> {
  moved();
  await handOver(item.visit, item.door, item.deed, true);
  await send(true);
}
