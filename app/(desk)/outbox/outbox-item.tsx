"use client";
import { isUnsent, needsMe, type VisitItem } from "@/app/_phone/item";
import { myOutbox, takeBack } from "@/app/_phone/phone";
import { Badge, type Said, type Tone } from "@/app/_ui/badge";
import { Button, LinkButton } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { gapsIn } from "@/lib/visits/rules-form";
import { visitText } from "@/lib/visits/rules";
import { itemState, type ItemState } from "@/lib/words/outbox";
import { parkedState, visitKind } from "@/lib/words/visit";
import { CopyText } from "../visits/copy-text";
import { ConflictChoice } from "./conflict-choice";
import { ExportText } from "./export-text";
import { ParkedDeeds } from "./parked-deeds";
import { PhotoDeeds, photoWords } from "./photo-deeds";

/** What the server keeps stands as it stands there. */
function standing(item: VisitItem): Said {
  const { state, parked } = item;
  if (state === "sent" && isUnsent(item)) return needsMe(item) ? { tone: "danger", word: "照片没收下" } : { tone: "info", word: "照片在路上" };
  return state === "rejected" && parked ? { tone: parked.state === "declined" ? "danger" : "info", word: parkedState.label(parked.state) } : { tone: tones[state], word: itemState.label(state) };
}

export const tones: Record<ItemState, Tone> = { draft: "neutral", queued: "info", sending: "info", sent: "ok", rejected: "danger", conflict: "warn" };

/** Whose other side has changed once more while somebody chose: it comes back, and says so. */
export type Again = { of: (item: VisitItem) => boolean; mark: (item: VisitItem) => void };

/** One visit: whose door, what was said, how it stands and why, and what can be done about it. */
export function OutboxItem({ item, me, again }: { item: VisitItem; me: string; again: Again }) {
  const { visit } = item;
  return (
    <li className="grid grid-cols-1 gap-1.5 px-3 py-2">
      <p className="flex items-baseline justify-between gap-2">
        <b className="min-w-0 truncate font-semibold">{item.door || "还没有选户"}</b>
        <Badge {...standing(item)} />
      </p>
      {visit.account && <p className="line-clamp-2">{visit.account}</p>}
      <p className="text-sm text-ink-2">{visitKind.label(visit.kind)} · {visit.visitedOn.slice(5)} · {whyOf(item, again.of(item))}</p>
      <Deeds item={item} me={me} moved={() => again.mark(item)} />
    </li>
  );
}

export const clockAt = (ms: number): string => new Date(ms).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });

function whyOf(item: VisitItem, again: boolean): string {
  const at = clockAt(item.savedAt);
  if (item.state === "draft") return `${at} 存在本机，${gapsIn(item.visit).length ? `还缺 ${gapsIn(item.visit).length} 项` : "可以提交"}`;
  if (item.state === "sent") return photoWords(item) || `${at} 送达`;
  if (item.state === "conflict" && item.theirs) return again ? "系统里的这一条刚又变了。再看看两边，选好再存" : "这条在别处交过或改过。下面只列不一样的，选好再存";
  return item.reason || (item.state === "sending" ? "正在发送" : "马上发送");
}

function Deeds({ item, me, moved }: { item: VisitItem; me: string; moved: () => void }) {
  const { state, visit } = item;
  if (state === "sending") return null;
  if (state === "sent") return <div className="flex flex-wrap gap-2"><LinkButton size="row" href={`/visits/${item.id}`}>看这条日志</LinkButton><PhotoDeeds item={item} /></div>;
  if (state === "queued") return <div><Button size="row" onClick={() => void takeBack(item.id)}>取回来改</Button></div>;
  const form = visit.version ? `/visits/${item.id}/edit` : `/visits/new?draft=${item.id}`;
  const words = state !== "draft" && <Words text={textOf(item, me)} name={`${visit.visitedOn} ${item.door}`} />;
  if (state === "rejected" && item.parked) return <ParkedDeeds item={item} parked={item.parked} mend={form}>{words}</ParkedDeeds>;
  return (
    <div className="grid grid-cols-1 gap-2">
      {state === "conflict" && item.theirs && <ConflictChoice item={item} theirs={item.theirs} moved={moved} />}
      <div className="flex flex-wrap gap-2">
        {state !== "conflict" && <LinkButton variant="primary" href={form}>{state === "draft" ? "接着写" : "改一改再交"}</LinkButton>}
        {words}
        {state !== "conflict" && <DialogButton label="删除这条" title="从这部手机上删除">
          <p className="mb-3">{item.door || "这条草稿"}还没有送达，删除后找不回来。</p>
          <Button variant="danger" onClick={() => void remove(item)}>删除这一条</Button>
        </DialogButton>}
      </div>
    </div>
  );
}

export const Words = ({ text, name }: { text: string; name: string }) => <><CopyText text={text} /><ExportText text={text} name={name} /></>;

const remove = async (item: VisitItem): Promise<void> => (await myOutbox()).remove(item.id);

/** As the visit's own page would give it; who came along is known there by name, here only by number. */
function textOf({ door: where, visit }: VisitItem, author: string): string {
  const [door = "", village = ""] = where.split(" · ");
  const { topics = [], nextSteps = [], notDone = null, matter = null } = visit;
  return visitText({ ...visit, topics, nextSteps, notDone, matter, door, village, author, companions: [] });
}
