import { type KeyboardEvent, useState } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { lengthOf } from "@/lib/kernel/text";
import type { Verdict } from "./sitting";

type Props = { verdict: Verdict; presets: readonly string[]; send: (note: string) => void; cancel: () => void };

const LEAST = 5;
const asks: Record<Verdict, { label: string; missing: string; deed: string; hint: string }> = {
  return: { label: "想请作者补充什么", missing: "写清想请作者补充什么", deed: "请作者补充", hint: "空着时按 1–8 填常用语，Enter 发出" },
  pass_on: { label: "为什么转交", missing: "写清为什么转交", deed: "转交党建办", hint: "Enter 发出" },
  approve: { label: "为什么代为批阅", missing: "党建办代为批阅要写明原因", deed: "通过日志", hint: "Enter 发出" },
};

/** Why: a phrase by its number or by a tap, or one's own words. Nothing is sent by an Enter that chooses a character. */
export function NoteBox({ verdict, presets, send, cancel }: Props) {
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const { label, missing, deed, hint } = asks[verdict];
  const offered = verdict === "return" ? presets : [];
  const trySend = () => {
    const length = lengthOf(note.trim());
    if (length >= LEAST) send(note.trim());
    else setError(`${missing}，至少 ${LEAST} 个字，现在 ${length} 个`);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const phrase = note === "" && !event.ctrlKey && !event.metaKey && !event.altKey ? offered[Number(event.key) - 1] : undefined;
    const deed = phrase ? () => setNote(phrase) : event.key === "Escape" ? cancel : event.key === "Enter" && !event.shiftKey ? trySend : undefined;
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <div className="grid w-full gap-2">
      <Field label={label} id="note" error={error} hint={<span className="max-lg:hidden">{hint}</span>}>
        <textarea rows={2} autoFocus value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} onKeyDown={press} className="min-h-tap!" />
      </Field>
      {offered.length > 0 && <Phrases phrases={offered} choose={setNote} />}
      <div className="flex gap-2 max-lg:[&>:last-child]:flex-1">
        <Button onClick={cancel}>返回</Button>
        <Button variant="primary" onClick={trySend}>{deed}</Button>
      </div>
    </div>
  );
}

function Phrases({ phrases, choose }: { phrases: readonly string[]; choose: (phrase: string) => void }) {
  return (
    <div role="group" aria-label="常用语" className="flex flex-wrap gap-1.5 max-lg:max-h-[32dvh] max-lg:overflow-y-auto">
      {phrases.map((phrase, place) => (
        <Button key={phrase} size="row" aria-keyshortcuts={String(place + 1)} onClick={() => choose(phrase)} className="whitespace-normal! text-left">
          <kbd aria-hidden className="text-xs text-ink-2 max-lg:hidden">{place + 1}</kbd>{phrase}
        </Button>
      ))}
      <LinkButton size="row" variant="quiet" href="/reviews/presets">改常用语</LinkButton>
    </div>
  );
}
