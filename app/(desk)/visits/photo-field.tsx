"use client";
import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Picture } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import { hasRoom, isFull, squeezed, squeezer } from "@/app/_phone/squeeze";
import { usePicture } from "@/app/_phone/use-picture";
import { Button } from "@/app/_ui/button";
import { newId } from "@/lib/kernel/id";
import { PHOTOS_A_VISIT } from "@/lib/photos/rules";
import type { VisitInput } from "@/lib/visits/forms";

export type KeepPicture = (picture: Picture) => Promise<void>;
type Props<Out> = { form: UseFormReturn<VisitInput, unknown, Out>; keep: KeepPicture };

const full = "手机空间不足，已保留文字，照片未存";

/** 照片, where the author wants one: made small here, kept with the words or not at all, and never in the way of them. */
export function PhotoField<Out>({ form, keep }: Props<Out>) {
  const [state, setState] = useState({ busy: false, says: "" });
  const picker = useRef<HTMLInputElement>(null);
  const ids = form.watch("photoIds") ?? [];
  useEffect(() => void squeezer().catch(() => undefined), []);

  const add = async (files: readonly File[]) => {
    setState({ busy: true, says: "" });
    const left = PHOTOS_A_VISIT - ids.length;
    const says = await addAll(files.slice(0, left), keep);
    setState({ busy: false, says: says || (files.length > left ? `照片最多 ${PHOTOS_A_VISIT} 张，多选的没有加` : "") });
  };
  const remove = (id: string) => {
    form.setValue("photoIds", (form.getValues("photoIds") ?? []).filter((one) => one !== id), { shouldDirty: true });
    void myOutbox().then((outbox) => outbox.dropPicture(id)).catch(() => undefined);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">照片 <span className="text-sm font-normal text-ink-2">选填，不作为考核依据</span></legend>
      {ids.length > 0 && (
        <ul className="grid grid-cols-3 gap-2">
          {ids.map((id, place) => <Thumb key={id} id={id} words={`照片 ${place + 1}，共 ${ids.length} 张`} remove={() => remove(id)} />)}
        </ul>
      )}
      <input ref={picker} type="file" accept="image/*" multiple hidden
        onChange={({ target }) => { const files = [...(target.files ?? [])]; target.value = ""; void add(files); }} />
      {ids.length < PHOTOS_A_VISIT && <Button busy={state.busy} onClick={() => picker.current?.click()}>加照片</Button>}
      <p role="status" className="text-sm text-warn empty:hidden">{state.says}</p>
    </fieldset>
  );
}

/** One after another: two large pictures at once are too much for an old phone. Returns what went wrong, in words. */
async function addAll(files: readonly File[], keep: KeepPicture): Promise<string> {
  for (const [place, file] of files.entries()) {
    if (!(await hasRoom())) return full;
    const bytes = await squeezed(file).catch(() => undefined);
    const which = files.length > 1 ? `第 ${place + 1} 张照片` : "这张照片";
    if (!bytes) return `${which}打不开，没有加。换一张，或不加照片，不影响提交`;
    const kept = await keep({ id: newId<"photo">(), bytes }).then(() => "", (error: unknown) => (isFull(error) ? full : `${which}没能存到手机上，文字还在`));
    if (kept) return kept;
  }
  return "";
}

function Thumb({ id, words, remove }: { id: string; words: string; remove: () => void }) {
  const source = usePicture(id);
  const [missing, setMissing] = useState(false);
  return (
    <li className="grid rounded-2 border border-line bg-bg">
      {missing
        ? <p className="grid aspect-square place-items-center text-sm text-ink-2">还没传到</p>
        // eslint-disable-next-line @next/next/no-img-element -- a picture of this phone's, for these eyes alone: nothing to optimize
        : <img src={source} alt={words} onError={() => setMissing(true)} className="aspect-square w-full rounded-t-2 bg-bg-2 object-cover" />}
      <Button variant="quiet" onClick={remove} aria-label={`去掉${words.split("，")[0]}`}>去掉</Button>
    </li>
  );
}
