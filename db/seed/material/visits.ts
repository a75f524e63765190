import { int, type Next, often, pick, weighted } from "@/db/seed/material/chance";
import { leads } from "@/db/seed/material/leads";
import type { VisitOccasion } from "@/db/seed/material/occasion";
import { notDoneAccount, type NotDoneMaterial } from "@/db/seed/material/not-done";
import { enterpriseThreads, householdThreads } from "@/db/seed/material/threads/all";
import { linesEnding, partsFor, type Thread } from "@/db/seed/material/threads/thread";
import { addressed, fill, type Voice } from "@/db/seed/material/voices";
import type { Matter, Side, TopicChip } from "@/lib/words/visit";

export interface NextStepMaterial {
  side: Side;
  text: string;
  inDays: number;
}

export interface VisitMaterial {
  topics: TopicChip[];
  /** 15–120 characters. */
  account: string;
  matter: Matter;
  /** Present exactly when the matter is to be reported; the title has ≤ 20 characters. */
  problem: { title: string; topic: TopicChip } | null;
  nextSteps: NextStepMaterial[];
  /** What it tells, for `returnFor`: a thread and its line. */
  thread: string;
  seen: number;
}

type Shape = "short" | "plain" | "spoken" | "from_the_door" | "door_and_word" | "whole";

const shapes: readonly (readonly [Shape, number])[] = [
  ["short", 8], ["plain", 22], ["spoken", 24], ["from_the_door", 20], ["door_and_word", 18], ["whole", 8],
];
const endings: readonly (readonly [Matter, number])[] = [["none", 50], ["solved", 27], ["report", 23]];

/**
 * One writer for a whole town: it remembers what it has written, so that no two accounts are the same
 * and hardly two begin alike, as long as there is anything left to say.
 */
export function visitWriter(next: Next) {
  const written = new Set<string>();
  const beginnings = new Set<string>();
  const fresh = (write: () => string): string => {
    for (let attempt = 0; ; attempt += 1) {
      const text = write();
      const beginning = text.slice(0, 20);
      const stale = attempt < 60 ? beginnings.has(beginning) || written.has(text) : written.has(text);
      if (stale && attempt < 400) continue;
      written.add(text);
      beginnings.add(beginning);
      return text;
    }
  };
  return {
    visit: (occasion: VisitOccasion): VisitMaterial => write(next, occasion, fresh),
    /** One line put down at the door, for a draft. */
    jot: (occasion: VisitOccasion): string => fresh(() => {
      const { thread, seen, voice } = taleFor(next, occasion, occasion.matter ?? "none");
      return fill([`${thread.seen[seen] ?? ""}，${pick(next, partsFor(seen, thread.detail))}`], voice);
    }),
    notDone: (occasion: VisitOccasion): NotDoneMaterial => {
      let material = notDoneAccount(next, occasion.kind);
      const account = fresh(() => (material = notDoneAccount(next, occasion.kind)).account);
      return { ...material, account };
    },
  };
}

/** A thread, the line of it that is told, and what goes with that line. */
interface Tale {
  thread: Thread;
  seen: number;
  voice: Voice;
}

function write(next: Next, occasion: VisitOccasion, fresh: (write: () => string) => string): VisitMaterial {
  const matter = occasion.matter ?? weighted(next, endings);
  let tale = taleFor(next, occasion, matter);
  const account = fresh(() => {
    tale = taleFor(next, occasion, matter);
    return accountOf(next, occasion, tale, matter);
  });
  const { thread, seen } = tale;
  const title = matter === "report" ? pick(next, partsFor(seen, thread.titles)) : null;
  return {
    topics: [thread.topic], account, matter, thread: thread.id, seen,
    problem: title === null ? null : { title, topic: thread.topic },
    nextSteps: nextSteps(next, tale, matter),
  };
}

function taleFor(next: Next, occasion: VisitOccasion, matter: Matter): Tale {
  const thread = threadFor(next, occasion, matter);
  return { thread, seen: pick(next, linesEnding(thread, matter)), voice: addressed(next, occasion, thread) };
}

/** Threads that end this way and suit the house; without one on the wished topic, of any topic. */
function threadFor(next: Next, { kind, month, traits, topic }: VisitOccasion, matter: Matter): Thread {
  const all = kind === "enterprise" ? enterpriseThreads : householdThreads;
  const fitting = all.filter(
    ({ ends, needs, months }) => ends[matter] && (!needs || traits?.has(needs)) && (!months || months.includes(month)),
  );
  const wished = fitting.filter((thread) => thread.topic === topic);
  return pick(next, wished.length > 0 ? wished : fitting);
}

function accountOf(next: Next, { kind, traits }: VisitOccasion, { thread, seen: line, voice }: Tale, matter: Matter) {
  const lead = pick(next, leads[kind].filter(({ needs }) => !needs || traits?.has(needs))).text;
  const seen = thread.seen[line] ?? "";
  const detail = pick(next, partsFor(line, thread.detail));
  const heard = partsFor(line, thread.said).filter((part) => voice.speaks || !part.includes("{who}"));
  const said = heard.length > 0 ? [pick(next, heard)] : [];
  const end = pick(next, partsFor(line, thread.ends[matter]));
  const told: Readonly<Record<Shape, string[]>> = {
    short: [seen, end],
    plain: [`${seen}，${detail}`, end],
    spoken: [seen, ...said, end],
    from_the_door: [`${lead}，${seen}`, end],
    door_and_word: [`${lead}，${seen}`, ...said, end],
    whole: [`${seen}，${detail}`, ...said, end],
  };
  return fill(told[weighted(next, shapes)], voice);
}

const likely: Readonly<Record<Matter, { ours: number; theirs: number }>> = {
  report: { ours: 0.9, theirs: 0.4 }, solved: { ours: 0.3, theirs: 0.5 }, none: { ours: 0.12, theirs: 0.15 },
};

function nextSteps(next: Next, { thread, seen }: Tale, matter: Matter): NextStepMaterial[] {
  const sides = [["ours", int(next, 2, 14)], ["theirs", int(next, 3, 21)]] as const;
  return sides.flatMap(([side, inDays]) => {
    const choices = partsFor(seen, thread[side]);
    return choices.length > 0 && often(next, likely[matter][side]) ? [{ side, text: pick(next, choices), inDays }] : [];
  });
}
