"use client";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import type { CoachingInput } from "@/lib/pairings/forms-terms";

const usual = ["入户沟通", "矛盾调解", "政策宣讲", "材料写作", "项目推进"];
const own = "其他";

/** One tap for what is usual, words for the rest. */
export function TopicField<Out>({ form }: { form: UseFormReturn<CoachingInput, unknown, Out> }) {
  const [chosen, choose] = useState("");
  const error = form.formState.errors.topic?.message;
  const pick = (word: string) => {
    choose(word);
    form.setValue("topic", word === own ? "" : word, { shouldDirty: true, shouldValidate: form.formState.isSubmitted && word !== own });
  };
  return (
    <div className="grid gap-2">
      <Chips legend="主题" name="topicChip" id={chosen === own ? "topicChip" : "topic"} options={[...usual, own].map((word) => ({ value: word, label: word }))}
        chosen={chosen} onChange={(event) => pick(event.target.value)} error={chosen === own ? undefined : error} />
      {chosen === own && <Field label="写一个主题" id="topic" hint="最多 20 字" error={error}><input {...form.register("topic")} /></Field>}
    </div>
  );
}
