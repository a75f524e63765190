import type { Line } from "./lines";

export type Verdict = "approve" | "return" | "pass_on";
/** 待批阅 → 批阅中 → 已批阅; or somebody else was first. A refusal brings it back to where it was, with its reason. */
export type Stage = "waiting" | "sending" | "done" | "gone";
export type Item = Line & { stage: Stage; opened: boolean; put: boolean; word?: string | undefined; trouble?: string | undefined };

/** One sitting: what waited when the desk was opened, in the order it is shown, and the one being read. */
export type Sitting = { items: readonly Item[]; at: string | undefined };

export type Event =
  | { is: "opened"; id: string }
  | { is: "stepped"; by: 1 | -1 }
  | { is: "sent"; ids: readonly string[]; word: string }
  | { is: "landed"; ids: readonly string[] }
  | { is: "refused"; id: string; why: string }
  | { is: "gone"; id: string; word: string }
  | { is: "put"; id: string }
  | { is: "undone"; ids: readonly string[]; versions: Readonly<Record<string, number>> };

/** Whole groups (人 · 周), in the order of their longest waiting, so that one person's week is read together. */
export function sittingOf(lines: readonly Line[], at: string | undefined): Sitting {
  const groups = [...new Set(lines.map(({ group }) => group))];
  const items = groups.flatMap((group) => lines.filter((line) => line.group === group))
    .map((line): Item => ({ ...line, stage: "waiting", opened: false, put: false }));
  return { items, at: at ?? items[0]?.id };
}

export function after(sitting: Sitting, event: Event): Sitting {
  switch (event.is) {
    case "opened":
      return change({ ...sitting, at: event.id }, [event.id], { opened: true });
    case "stepped":
      return stepped(sitting, event.by);
    case "sent":
      return onward(change(sitting, event.ids, { stage: "sending", word: event.word, trouble: undefined }));
    case "landed":
      return change(sitting, event.ids, { stage: "done" });
    case "refused":
      return change(sitting, [event.id], { stage: "waiting", word: undefined, trouble: event.why });
    case "gone":
      return change(sitting, [event.id], { stage: "gone", word: event.word, trouble: undefined });
    case "put":
      return putAside(sitting, event.id);
    case "undone":
      return back(sitting, event);
  }
}

const change = (sitting: Sitting, ids: readonly string[], set: Partial<Item>): Sitting =>
  ({ ...sitting, items: sitting.items.map((item) => (ids.includes(item.id) ? { ...item, ...set } : item)) });

const waits = (item: Item | undefined): boolean => item?.stage === "waiting";

/** The next one that waits, from here to the end and then from the start; nothing once all are answered. */
function onward(sitting: Sitting): Sitting {
  const here = sitting.items.findIndex(({ id }) => id === sitting.at);
  if (waits(sitting.items[here])) return sitting;
  const round = [...sitting.items.slice(here + 1), ...sitting.items.slice(0, Math.max(here, 0))];
  return { ...sitting, at: round.find(waits)?.id };
}

function stepped(sitting: Sitting, by: 1 | -1): Sitting {
  const here = sitting.items.findIndex(({ id }) => id === sitting.at);
  const way = by === 1 ? sitting.items.slice(here + 1) : sitting.items.slice(0, Math.max(here, 0)).reverse();
  const next = way.find(waits);
  return next ? { ...sitting, at: next.id } : sitting;
}

/** 稍后: to the end of this sitting. */
function putAside(sitting: Sitting, id: string): Sitting {
  const here = sitting.items.findIndex((item) => item.id === id);
  const item = sitting.items[here];
  if (!item || !waits(item)) return sitting;
  const rest = sitting.items.filter((other) => other.id !== id);
  const next = rest.slice(here).find(waits) ?? rest.find(waits);
  return { items: [...rest, { ...item, put: true }], at: next?.id ?? id };
}

function back(sitting: Sitting, { ids, versions }: { ids: readonly string[]; versions: Readonly<Record<string, number>> }): Sitting {
  const items = sitting.items.map((item) =>
    (ids.includes(item.id) ? { ...item, stage: "waiting" as const, word: undefined, version: versions[item.id] ?? item.version } : item));
  return { items, at: ids.at(-1) ?? sitting.at };
}

export const nowAt = ({ items, at }: Sitting): Item | undefined => items.find(({ id }) => id === at);

/** 「7/10」: how many of this sitting are answered, by whomever. */
export const progressOf = ({ items }: Sitting) => ({ done: items.filter(({ stage }) => stage !== "waiting").length, all: items.length });

/** The two that will most likely be read next. */
export const aheadOf = ({ items, at }: Sitting): string[] => {
  const here = items.findIndex(({ id }) => id === at);
  return [...items.slice(here + 1), ...items.slice(0, Math.max(here, 0))].filter(waits).slice(0, 2).map(({ id }) => id);
};

/** Read in this sitting and not answered: what may pass in one go. */
export const seenOf = ({ items }: Sitting): Item[] => items.filter((item) => item.opened && waits(item));
