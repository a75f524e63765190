import { Badge, type Said } from "@/app/_ui/badge";
import { type Column, List, type Row } from "@/app/_ui/list";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import type { Judge } from "@/lib/defences/reads";
import { spokenPoints } from "@/lib/defences/rules";
import { recusalLine } from "@/lib/defences/rules-words";
import type { Id } from "@/lib/kernel/id";
import { ReturnSheet } from "./deeds";

/** `returns`: who looks may give a sheet back, unless it is their own. */
type Props = { title: string; full: DefenceInFull; returns?: Id<"person"> | undefined };

/** Judges by their seats, with how each stands and, where it may be read, every mark and the total. */
export function JudgesTable({ title, full, returns }: Props) {
  const { criteria, judges } = full;
  const short = criteria.length <= 5 && criteria.every(({ name }) => name.length <= 6); // then each head keeps its one line
  const columns: Column[] = [
    { head: "评委", card: "title" },
    { head: "状态", card: "mark" },
    ...criteria.map(({ name }): Column => ({ head: name, number: true, named: true, ...(!short && { room: "lines" as const }) })),
    { head: "总分", card: "aside", number: true },
    ...(returns ? [{ head: "", deeds: true, card: "line" } satisfies Column] : []),
  ];
  const rows = judges.map((judge): Row => ({
    key: judge.seatId,
    cells: [
      `${judge.number} 号 ${judge.name}`,
      <Standing key="standing" judge={judge} full={full} />,
      ...criteria.map(({ id }) => judge.points.get(id) ?? ""),
      judge.total === undefined ? "" : <b key="total">{spokenPoints(judge.total)}</b>,
      ...(returns ? [judge.sheet?.submittedAt && judge.personId !== returns ? <ReturnSheet key="deed" sheetId={judge.sheet.id} name={judge.name} /> : ""] : []),
    ],
  }));
  return (
    <section className="grid gap-1.5">
      <h2 className="text-base">{title}</h2>
      <List caption="评委和评分" columns={columns} rows={rows} />
    </section>
  );
}

function Standing({ judge, full }: { judge: Judge; full: DefenceInFull }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 whitespace-normal">
      <Badge {...standingOf(judge, full)} />
      {judge.recusals.length > 0 && <span className="text-sm">{recusalLine(judge.recusals, judge.department)}</span>}
    </span>
  );
}

function standingOf({ sheet, recusals, number }: Judge, { defence, earlier }: DefenceInFull): Said {
  if (recusals.length > 0) return { tone: "neutral", word: "回避" };
  if (sheet?.submittedAt) return { tone: "ok", word: sheet.round > 1 ? `第 ${sheet.round} 次交` : "已交" };
  if (defence.state !== "open") return { tone: "warn", word: "没有评" };
  return earlier.some((one) => one.number === number) ? { tone: "warn", word: "退回，等再交" } : { tone: "warn", word: "未交" };
}
