"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PresetsForm } from "@/lib/visits/forms";
import { keepPresets } from "../../visits/actions";

const MOST = 8;

/** Eight lines; an empty one is left out. */
export function PresetsCard({ phrases }: { phrases: readonly string[] }) {
  const [kept, setKept] = useState(false);
  const blank = () => ({ phrases: Array.from({ length: MOST }, (_, i) => phrases[i] ?? "") });
  const { register, submit, errors, isSubmitting } = useActionForm(PresetsForm, keepPresets, blank, () => {
    setKept(true);
    return false;
  });
  return (
    <form onSubmit={submit} onChange={() => setKept(false)} noValidate className="grid gap-2">
      {Array.from({ length: MOST }, (_, i) => (
        <input key={i} aria-label={`常用语 ${i + 1}`} {...register(`phrases.${i}`)} />
      ))}
      {(errors.phrases?.message ?? errors.phrases?.root?.message ?? errors.root?.message) && (
        <Notice tone="danger">{errors.phrases?.message ?? errors.phrases?.root?.message ?? errors.root?.message}</Notice>
      )}
      {kept && <Notice tone="ok">常用语已保存</Notice>}
      <Button type="submit" variant="primary" busy={isSubmitting}>保存常用语</Button>
    </form>
  );
}
