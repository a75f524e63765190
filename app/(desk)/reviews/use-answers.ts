import { type Dispatch, useRef, useState } from "react";
import { post, whyNot } from "./post";
import type { Event, Item, Verdict } from "./sitting";
import type { Sheets } from "./use-sheets";

/** What was answered last and may still be taken back. */
export type Taken = { visits: readonly { id: string; version: number }[]; words: string; at: number };

type Tools = {
  tell: Dispatch<Event>;
  sheets: Sheets;
  say: (words?: string) => void;
  /** Of these visits the pending remarks have left too. */
  left: (ids: readonly string[]) => void;
};

const said: Record<Verdict, string> = { approve: "已通过", return: "已请补充", pass_on: "已转交" };

/**
 * Answers go out while the next log is being read. What is refused comes back with its reason; where somebody else was
 * first, the list says who. The last answer can be taken back.
 */
export function useAnswers({ tell, sheets, say, left }: Tools) {
  const [taken, setTaken] = useState<Taken>();
  const onTheWay = useRef(Promise.resolve());

  const bringBack = async (id: string, why: string) => {
    setTaken((last) => last && without(last, id));
    const sheet = await sheets.fetchAnew(id);
    tell(sheet?.answered ? { is: "gone", id, word: sheet.answered } : { is: "refused", id, why });
    say(sheet?.answered ?? why);
  };

  /** The one that was read, or one that was taken back since. */
  const versionOf = ({ id, version }: Item) => ({ id, version: Math.max(version, sheets.kept.get(id)?.version ?? 0) });

  const answer = (item: Item, verdict: Verdict, note: string) => {
    const { id, version } = versionOf(item);
    tell({ is: "sent", ids: [id], word: said[verdict] });
    say();
    setTaken(verdict === "pass_on" ? undefined : { visits: [{ id, version: version + 1 }], words: `${said[verdict]} ${item.author}`, at: Date.now() });
    onTheWay.current = post("verdict", { visitId: id, version, verdict, note }).then(async (outcome) => {
      if (!outcome.ok) return bringBack(id, whyNot(outcome));
      tell({ is: "landed", ids: [id] });
      left([id]);
    });
  };

  const passSeen = (items: readonly Item[]) => {
    const visits = items.map(versionOf);
    tell({ is: "sent", ids: visits.map(({ id }) => id), word: said.approve });
    setTaken({ visits: visits.map(({ id, version }) => ({ id, version: version + 1 })), words: `${said.approve} ${visits.length} 条`, at: Date.now() });
    onTheWay.current = post("seen", { visits: visits.map(({ id, version }) => ({ visitId: id, version })) }).then(async (outcome) => {
      const amiss = outcome.ok ? (outcome.refused ?? []) : visits.map(({ id }) => ({ visitId: id, message: whyNot(outcome) }));
      const done = visits.map(({ id }) => id).filter((id) => !amiss.some(({ visitId }) => visitId === id));
      tell({ is: "landed", ids: done });
      left(done);
      for (const { visitId, message } of amiss) await bringBack(visitId, message);
    });
  };

  const takeBack = async () => {
    if (!taken) return;
    setTaken(undefined);
    await onTheWay.current;
    for (const { id, version } of taken.visits) {
      const outcome = await post("undo", { visitId: id, version });
      if (!outcome.ok) return say(whyNot(outcome));
      tell({ is: "undone", ids: [id], versions: { [id]: version + 1 } });
      void sheets.fetchAnew(id);
    }
  };
  return { taken, forget: () => setTaken(undefined), answer, passSeen, takeBack };
}
export type Answers = ReturnType<typeof useAnswers>;

function without(taken: Taken, id: string): Taken | undefined {
  const visits = taken.visits.filter((visit) => visit.id !== id);
  return visits.length > 0 ? { ...taken, visits } : undefined;
}
