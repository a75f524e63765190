import { type KeyboardEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { lengthOf } from "@/lib/kernel/text";
import type { Draft } from "./use-remarks";

const MOST = 200;

type Props = { draft: Draft; keep: (draft: Draft) => void; cancel: () => void };

/** 批注 at a piece of the account. It stays here until the batch leaves; without words it is taken away. */
export function RemarkBox({ draft, keep, cancel }: Props) {
  const [words, setWords] = useState(draft.words);
  const [error, setError] = useState<string>();
  const tryKeep = () => {
    const length = lengthOf(words.trim());
    if (length > MOST) setError(`批注最多 ${MOST} 字，现在 ${length} 字，删 ${length - MOST} 字`);
    else if (length === 0 && draft.isNew) setError("写一写批注");
    else keep({ ...draft, words: words.trim() });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const deed = event.key === "Escape" ? cancel : event.key === "Enter" && !event.shiftKey ? tryKeep : undefined;
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <div className="grid w-full gap-2">
      <p className="line-clamp-2 border-l-4 border-l-line pl-2 text-sm text-ink-2"><q>{draft.quote.trim()}</q></p>
      <Field label="批注" id="remark" error={error} hint="随批阅一起发出，发出前只有你看得到">
        <textarea rows={2} autoFocus value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={press} className="min-h-tap!" />
      </Field>
      <div className="flex gap-2 max-lg:[&>:last-child]:flex-1">
        <Button onClick={cancel}>返回</Button>
        {!draft.isNew && <Button variant="danger" onClick={() => keep({ ...draft, words: "" })}>删除这条批注</Button>}
        <Button variant="primary" onClick={tryKeep}>存下批注</Button>
      </div>
    </div>
  );
}
