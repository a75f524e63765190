import type { RefObject } from "react";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { To } from "@/app/_ui/to";
import type { Anchor } from "@/lib/visits/rules-remarks";
import { VisitPhotos } from "../visits/visit-photos";
import { Said } from "./said";
import type { Sheet, SheetRemark } from "./sheet";

type Props = { sheet: Sheet; pick: ((anchor: Anchor) => void) | undefined; change: (remark: SheetRemark) => void; box: RefObject<HTMLDivElement | null> };

/** One 走访日志 to be read: what was said, what comes of it, and what changed since it was last handed in. */
export function LogPane({ sheet, pick, change, box }: Props) {
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <Card title={<Head sheet={sheet} />} aside={<span className="flex-none text-sm text-ink-2 max-lg:hidden">{sheet.kind} {sheet.when}</span>}>
        {sheet.answered && <p className="mb-2"><Badge tone="info" word={sheet.answered} /></p>}
        {sheet.notDone && <p className="mb-2 font-semibold text-warn">没走成：{sheet.notDone}</p>}
        <Said text={sheet.account} remarks={sheet.remarks} pick={pick} change={change} box={box} />
        {pick && sheet.account !== "" && <p className="text-sm text-ink-2 lg:hidden">点一句话，就能给这一句写批注</p>}
        <FactsList className="mt-3" facts={sheet.facts.map(({ label, value, href }) => ({ label, value: href ? <To className="link underline" href={href}>{value}</To> : value }))} />
        {sheet.photos.length > 0 && <VisitPhotos photos={sheet.photos} />}
      </Card>
      {sheet.changes.length > 0 && <Card title="和上次相比"><Changed changes={sheet.changes} /></Card>}
      {sheet.versions.length > 1 && <Versions sheet={sheet} />}
    </div>
  );
}

function Head({ sheet: { author, door, doorHref, place, kind, when } }: { sheet: Sheet }) {
  return (
    <>
      {author} · {doorHref ? <To className="link underline" href={doorHref}>{door}</To> : door} · {place}
      <span className="block text-sm font-normal text-ink-2 lg:hidden">{kind} {when}</span>
    </>
  );
}

const marks = { added: "rounded-sm bg-ok-bg text-ok underline", removed: "rounded-sm bg-danger-bg text-danger line-through", kept: "" };

function Changed({ changes }: { changes: Sheet["changes"] }) {
  return (
    <p className="max-w-[38em] whitespace-pre-wrap">
      {changes.map(({ value, kind }, i) =>
        kind === "added" ? <ins key={i} className={marks.added}>{value}</ins> : kind === "removed" ? <del key={i} className={marks.removed}>{value}</del> : <span key={i}>{value}</span>)}
    </p>
  );
}

function Versions({ sheet: { versions } }: { sheet: Sheet }) {
  return (
    <details className="rounded-2 border border-line bg-bg px-3">
      <summary className="link cursor-pointer py-1">看每次交的原文（{versions.length} 稿）</summary>
      {versions.map((version) => (
        <p key={version.name} className="mb-2 max-w-[38em] whitespace-pre-wrap"><span className="text-sm text-ink-2">{version.name}</span><br />{version.account}</p>
      ))}
    </details>
  );
}
