"use client";
import { useEffect, useRef, useState } from "react";
import { keepPaper } from "@/app/_phone/exams";
import { isSheet, type SheetItem } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { useItems } from "@/app/_phone/use-items";
import { type Id, newId } from "@/lib/kernel/id";
import type { SheetInput } from "@/lib/quizzes/forms-sheets";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { askedOf, blankMarks } from "@/lib/quizzes/rules-sheet";
import type { QuizItem } from "@/lib/words/quiz";

export type Mark = SheetInput["marks"][number];
/** What is marked so far, and when its examiner set out, while they are on the way. */
export type Held = { sheet: SheetInput; setOutAt: number | null };

export const doorOf = ({ home }: ExamPaper): string => `${home.name} 户 · ${home.village}`;

const blank = (paper: ExamPaper): Held => ({
  sheet: { id: newId<"quizSheet">(), quizId: paper.quizId, drawId: paper.drawId, marks: blankMarks(askedOf(paper.items)), found: null, minutes: null, words: "", finishedAt: 0 },
  setOutAt: null,
});

/** 考核表 under its examiner's thumb: every tap rests on the phone at once, sealed, and what was left there is gone on with. */
export function useExam(paper: ExamPaper) {
  const [held, setHeld] = useState<Held>();
  const [trouble, setTrouble] = useState(false);
  /** As the last tap left it: the next one may come before the page is drawn again. */
  const last = useRef<Held>(undefined);
  const item = useItems()?.items.find((one): one is SheetItem => isSheet(one) && one.sheet.drawId === paper.drawId);

  useEffect(() => {
    let gone = false;
    const open = async () => {
      const outbox = await myOutbox();
      await keepPaper(outbox, paper).catch(() => setTrouble(true));
      const left = await leftHere(paper.drawId);
      if (gone) return;
      last.current ??= left ?? blank(paper);
      setHeld(last.current);
    };
    void open();
    return () => void (gone = true);
  }, [paper]);

  const rest = async (state: "draft" | "queued") => {
    const outbox = await myOutbox();
    const { sheet, setOutAt } = last.current!;
    await outbox.restSheet(sheet, doorOf(paper), state, setOutAt).then(() => setTrouble(!outbox.shelf.lasting), () => setTrouble(true));
  };
  const change = (part: Partial<SheetInput>, setOutAt = last.current?.setOutAt ?? null) => {
    if (!last.current) return;
    last.current = { sheet: { ...last.current.sheet, ...part }, setOutAt };
    setHeld(last.current);
    void rest("draft");
  };
  const mark = (name: QuizItem, part: Partial<Mark>) =>
    change({ marks: (last.current?.sheet.marks ?? []).map((one) => (one.item === name ? { ...one, ...part } : one)) });
  const handIn = async () => {
    if (!last.current) return;
    last.current = { setOutAt: null, sheet: { ...last.current.sheet, finishedAt: Date.now() } };
    await rest("queued");
    void send(true).catch(() => undefined);
  };
  return { held, item, trouble, change, mark, handIn };
}

async function leftHere(drawId: Id<"draw">): Promise<Held | undefined> {
  const items = (await (await myOutbox()).items()).filter(isSheet);
  const left = items.findLast(({ sheet }) => sheet.drawId === drawId);
  return left && { sheet: left.sheet, setOutAt: left.setOutAt ?? null };
}
