import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { Notice } from "@/app/_ui/notice";
import { To } from "@/app/_ui/to";
import { shortDay } from "@/lib/kernel/day";
import type { VisitInFull } from "@/lib/visits/reads-one";
import type { Remark } from "@/lib/visits/reads-remarks";
import { changesBetween } from "@/lib/visits/rules";
import { notDone, slot } from "@/lib/words/visit";
import { AccountText } from "./account-text";
import { factsOf } from "./visit-facts";
import { VisitPhotos } from "./visit-photos";

/** The visit as a reader wants it: whose door, what was said, what comes of it. After a return, what changed. */
export function VisitBody({ full, mine, remarks }: { full: VisitInFull; mine: boolean; remarks: readonly Remark[] }) {
  const { visit } = full;
  const asked = visit.state === "returned" ? full.steps.findLast((step) => step.to === "returned") : undefined;
  const [before, after] = full.versions.slice(-2);
  return (
    <>
      {asked && <Notice tone="warn" title={`${asked.actor}想多了解一点`}>{`“${asked.note}”`}</Notice>}
      <Card title={<Door full={full} />} aside={<span className="text-sm text-ink-2">{shortDay(visit.visitedOn)} {slot.label(visit.slot)}</span>}>
        {visit.notDone && <p className="mb-2 font-semibold text-warn">没走成：{notDone.label(visit.notDone)}</p>}
        <AccountText text={full.account} remarks={remarks} />
        <FactsList className="mt-3" facts={linked(full)} />
        {full.photos.length > 0 && <VisitPhotos photos={full.photos} />}
      </Card>
      {before && after && before.account !== after.account && (
        <Card title={mine ? "这次补充了什么" : "和上次相比"}><Changes before={before.account} after={after.account} /></Card>
      )}
    </>
  );
}

function Door({ full: { visit, household, householder, firm, village } }: { full: VisitInFull }) {
  if (firm) return <>{firm.name} · {village.name}</>;
  const name = `${householder?.name ?? household?.maskedName ?? ""} 户`;
  return <>{household ? <To className="link underline" href={`/households/${visit.householdId}`}>{name}</To> : "农户"} · {village.name} {household?.groupName}</>;
}

/** Facts that lead somewhere are links. */
const linked = (full: VisitInFull) =>
  factsOf(full).map(({ label, value, href }) => ({ label, value: href ? <To className="link underline" href={href}>{value}</To> : value }));

const marks = { added: "rounded-sm bg-ok-bg text-ok underline", removed: "rounded-sm bg-danger-bg text-danger line-through", kept: "" };

export function Changes({ before, after }: { before: string; after: string }) {
  return (
    <p className="max-w-[38em] whitespace-pre-wrap">
      {changesBetween(before, after).map(({ value, kind }, i) =>
        kind === "added" ? <ins key={i} className={marks.added}>{value}</ins> : kind === "removed" ? <del key={i} className={marks.removed}>{value}</del> : <span key={i}>{value}</span>)}
    </p>
  );
}
