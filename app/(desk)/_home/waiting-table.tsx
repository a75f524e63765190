import type { ReactNode } from "react";
import type { Said } from "@/app/_ui/badge";
import { buttonClass } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Empty, EmptyFilter } from "@/app/_ui/empty";
import { type Column, List } from "@/app/_ui/list";
import { To } from "@/app/_ui/to";
import type { Waiting, WaitingLine } from "@/lib/dashboard/reads-waiting";
import { type WaitingKind, waitingKind } from "@/lib/dashboard/rules";
import { dayOf, timeOf, weekOf } from "@/lib/kernel/calendar";

/** `note` stands in the heading's line at the desk, where every line more is a row less. */
type WaitingProps = { waiting: Waiting; only: WaitingKind | undefined; now: Date; note?: ReactNode };

/** Overdue, due today, or waiting without a day: one row each, dense enough that fourteen stand on a laptop's screen. */
export function WaitingTable({ waiting, only, now, note }: WaitingProps) {
  return (
    <section aria-label="逾期和今天到期" className="grid gap-2 lg:gap-1">
      <Kinds waiting={waiting} only={only} now={now} note={note} />
      {waiting.lines.length === 0 && (only
        ? <EmptyFilter text={`${waitingKind.label(only)}没有逾期的，也没有今天到期的`} clearHref="/" />
        : <Empty title="没有逾期的事，今天也没有到期的">新的逾期会自己出现在这里，等得最久的在最前。</Empty>)}
      {waiting.lines.length > 0 && <Rows lines={waiting.lines} now={now} />}
      {waiting.more > 0 && <More waiting={waiting} only={only} />}
    </section>
  );
}

/** On the phone the kinds go sideways, so that the list itself is on the first screen. */
const strip = "flex min-w-0 gap-1 max-lg:order-1 max-lg:-mx-3 max-lg:w-screen max-lg:overflow-x-auto max-lg:px-3 max-lg:py-1";
const chip = (on: boolean) => buttonClass({ variant: on ? "secondary" : "quiet", size: "row" });

function Kinds({ waiting, only, now, note }: WaitingProps) {
  const all = waiting.counts.reduce((sum, { n }) => sum + n, 0);
  const chips = [{ href: "/", label: "全部", n: all, on: !only }, ...waiting.counts.map(({ kind, n }) =>
    ({ href: `/?kind=${kind}`, label: waitingKind.label(kind), n, on: kind === only }))];
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <h2 className="mr-1 text-base">逾期和今天到期</h2>
      <nav aria-label="按类型看" className={strip}>
        {chips.map(({ href, label, n, on }) => (
          <To key={href} href={href} aria-current={on || undefined} className={classes("flex-none", chip(on), on && "bg-primary-bg! font-semibold")}>
            {label} {n}
          </To>
        ))}
      </nav>
      {note}
      <span className="ml-auto text-sm text-ink-2">数据时间 {timeOf(now)}</span>
    </div>
  );
}

const columns: Column[] = [
  { head: "状态", card: "mark" }, { head: "事项", card: "title", room: "rest" }, { head: "类型", card: "none" }, { head: "责任人" },
  { head: "逾期", card: "aside" }, { head: "操作", card: "verb", opens: true },
];

function Rows({ lines, now }: { lines: readonly WaitingLine[]; now: Date }) {
  const rows = lines.map((line) => ({
    key: line.kind + line.id,
    href: hrefOf(line, now),
    opens: `${verbOf(line)}：${line.title}`,
    cells: [stateOf(line), line.title, waitingKind.label(line.kind), line.who, overdueWords(line), verbOf(line)],
  }));
  return <List caption="逾期和今天到期的事" columns={columns} rows={rows} />;
}

function stateOf({ late, dueOn }: WaitingLine): Said {
  if (late) return { tone: "danger", word: "逾期" };
  return dueOn ? { tone: "warn", word: "今天到期" } : { tone: "neutral", word: "未结对" };
}

const overdueWords = ({ late, days, dueOn }: WaitingLine): string => (late ? (days > 0 ? `超 ${days} 天` : "刚过时限") : dueOn ? "今天" : "–");

const deeds: Record<WaitingKind, { verb: string; href: (line: WaitingLine, now: Date) => string; list: string }> = {
  review: { verb: "批阅日志", href: ({ id }) => `/visits/${id}`, list: "/reviews?scope=all" },
  call: { verb: "看村社", href: ({ id }, now) => `/visits?village=${id}&week=${weekOf(dayOf(now))}`, list: "/meetings" },
  pairing: { verb: "去结对", href: () => "/pairings", list: "/people?show=unpaired" },
  proposal: { verb: "看结对", href: ({ id }) => `/pairings/${id}`, list: "/pairings" },
  coaching: { verb: "看结对", href: ({ id }) => `/pairings/${id}`, list: "/pairings" },
  feedback: { verb: "答复建议", href: ({ id }) => `/feedback?open=1#${id}`, list: "/feedback?open=1" },
  problem: { verb: "看问题", href: ({ id }) => `/problems/${id}`, list: "/problems?state=collected" },
};

const verbOf = (line: WaitingLine): string => deeds[line.kind].verb;
const hrefOf = (line: WaitingLine, now: Date): string => deeds[line.kind].href(line, now);

/** What the screen has no room for, by kind, each leading to its own list. */
function More({ waiting: { lines, counts, more }, only }: Pick<WaitingProps, "waiting" | "only">) {
  const rest = counts.filter(({ kind }) => !only || kind === only)
    .map(({ kind, n }) => ({ kind, n: n - lines.filter((line) => line.kind === kind).length })).filter(({ n }) => n > 0);
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      还有 {more} 件：
      {rest.map(({ kind, n }) => <To key={kind} href={deeds[kind].list} className="link">{waitingKind.label(kind)} {n} 件</To>)}
    </p>
  );
}
