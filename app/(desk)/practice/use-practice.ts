"use client";
import { useRef, useState } from "react";
import type { PracticeReply } from "@/app/api/v1/practice/route";
import { newId } from "@/lib/kernel/id";
import type { Shown } from "@/lib/practice/acts";
import type { CardFace } from "@/lib/practice/acts-deal";
import { SITTING_MS } from "@/lib/practice/forms";

type Answered = Shown & { remembered: boolean };
type Sitting = {
  card: CardFace | null;
  /** Its answer's id, minted with the card: a second try over a bad line is the same answer. */
  id: string;
  answered?: Answered;
  next?: CardFace | null;
  busy?: boolean;
  no?: string | undefined;
  timeUp?: boolean;
};

const asking = (card: CardFace | null): Sitting => ({ card, id: newId<"practiceAnswer">() });

/** One sitting: card after card until there is none, or three minutes are over. */
export function usePractice(first: CardFace) {
  const [now, setNow] = useState<Sitting>(() => asking(first));
  const began = useRef<number>(undefined);

  const answer = async (remembered: boolean) => {
    const { card, id } = now;
    if (!card || now.busy || now.answered) return;
    began.current ??= Date.now();
    setNow({ ...now, busy: true, no: undefined });
    const reply = await post({ deed: "answer", form: { id, householdId: card.householdId, about: card.about, remembered } });
    const { shown } = reply;
    if (shown) return setNow({ card, id, answered: { ...shown, remembered }, next: reply.next ?? null });
    setNow({ ...now, busy: false, no: reply.message, ...(reply.next !== undefined && { next: reply.next }) });
  };

  const amend = async () => {
    const { answered } = now;
    if (!answered || now.busy) return;
    setNow({ ...now, busy: true, no: undefined });
    const reply = await post({ deed: "amend", form: { answerId: answered.answerId } });
    setNow({ ...now, busy: false, no: reply.ok ? undefined : reply.message, answered: { ...answered, remembered: !reply.ok && answered.remembered } });
  };

  const goOn = () => {
    const timeUp = began.current !== undefined && Date.now() - began.current >= SITTING_MS && now.next !== null;
    setNow(timeUp ? { ...asking(null), timeUp } : asking(now.next ?? null));
  };
  return { ...now, answer, amend, goOn };
}

const PATIENCE = 15_000;
const unreached: PracticeReply = { ok: false, message: "没能连上服务器，这一张还没记下。过一会儿再点一次" };
const signedOut = "登录时间到了，重新登录后接着练";

async function post(asked: { deed: string; form: object }): Promise<PracticeReply> {
  const how = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked), signal: AbortSignal.timeout(PATIENCE) };
  const response = await fetch("/api/v1/practice", how).catch(() => undefined);
  if (response?.status === 401) return { ok: false, message: signedOut };
  return ((await response?.json().catch(() => undefined)) as PracticeReply | undefined) ?? unreached;
}
