"use client";
import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { myOutbox, takeBack } from "@/app/_phone/phone";
import { isVisit, type Picture, type VisitItem } from "@/app/_phone/item";
import { Unseen } from "@/app/_phone/outbox";
import type { VisitInput } from "@/lib/visits/forms";

/** So long after a key, and not after the last one: whoever dictates without a pause is kept too. */
const PAUSE = 400;

/**
 * Keeps what is being written on this phone, sealed, from the first key on: a tab that closes, a session that ends or a
 * browser that dies loses nothing. What was left open here is opened again.
 */
export function useDraft<Out>(form: UseFormReturn<VisitInput, unknown, Out>, doorOf: (visit: VisitInput) => string, isNew: boolean, handed: boolean) {
  const [found, setFound] = useState<VisitItem>();
  const [trouble, setTrouble] = useState(false);
  /** Other words of this visit wait on the phone: they are not to be written over unseen. */
  const [unseen, setUnseen] = useState<VisitItem>();
  /** Handed in: until the words are back in the form they are the outbox's. */
  const resting = useRef(handed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const label = useRef(doorOf);
  useEffect(() => {
    label.current = doorOf;
    resting.current = handed;
  });

  const jotNow = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (resting.current) return;
    const visit = form.getValues();
    const outbox = await myOutbox();
    await outbox.jot(visit, label.current(visit)).then(() => setTrouble(!outbox.shelf.lasting), (error) => (error instanceof Unseen ? shut() : setTrouble(true)));
  };
  const shut = async () => setUnseen(await (await myOutbox()).visit(form.getValues().id));
  const jot = useRef(jotNow);

  /** A picture is kept with the words as they are now, or neither is; only then does the form name it. */
  const keepPicture = async (picture: Picture) => {
    const visit = form.getValues();
    const named = { ...visit, photoIds: [...(visit.photoIds ?? []), picture.id] };
    await (await myOutbox()).jot(named, label.current(named), [picture]);
    form.setValue("photoIds", [...(form.getValues("photoIds") ?? []), picture.id], { shouldDirty: true });
  };

  useEffect(() => {
    let gone = false;
    void leftOpen(form.getValues(), isNew).then((left) => {
      if (gone || !left) return;
      if (!isNew && unfinished(left, form.getValues()) === undefined) return setUnseen(left);
      // Whoever has begun to write before it was found goes on with what they write.
      if (form.formState.isDirty) return;
      form.reset(left.visit, { keepDefaultValues: true });
      setFound(left);
    });
    const subscription = form.watch((_, { name }) => {
      if (name) timer.current ??= setTimeout(() => void jot.current(), PAUSE);
    });
    const atOnce = () => document.visibilityState === "hidden" && form.formState.isDirty && void jot.current();
    document.addEventListener("visibilitychange", atOnce);
    return () => {
      gone = true;
      subscription.unsubscribe();
      document.removeEventListener("visibilitychange", atOnce);
    };
  }, [form, isNew]);

  return { found, trouble, unseen, jot: jotNow, keepPicture, forget: () => setFound(undefined) };
}

/** Words to go on with: not on their way, not disputed, and of the version that is open here. */
const unfinished = (item: VisitItem | undefined, opened?: VisitInput): VisitItem | undefined =>
  (item?.state === "draft" || item?.state === "rejected") && (!opened || item.visit.version === opened.version) ? item : undefined;

/** This visit as it was left on the phone; for a new one the last that was begun at the same door, or at any. */
async function leftOpen(opened: VisitInput, isNew: boolean): Promise<VisitItem | undefined> {
  const outbox = await myOutbox();
  const asked = new URLSearchParams(location.search).get("draft");
  if (isNew && asked) return unfinished(await outbox.visit(asked));
  if (!isNew) {
    const item = await outbox.visit(opened.id);
    if (!item || item.state === "sent") return undefined;
    if (item.state === "queued" && item.visit.version === opened.version) await takeBack(opened.id); // whoever opens it to write has not finished
    return outbox.visit(opened.id);
  }
  const begun = (await outbox.items()).filter(isVisit).filter(({ state, visit }) => state === "draft" && !visit.version);
  return begun.findLast(({ visit }) => !opened.householdId || visit.householdId === opened.householdId);
}
