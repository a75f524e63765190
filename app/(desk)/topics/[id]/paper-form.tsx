"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { PaperForm } from "@/lib/topics/forms-papers";
import { ACCEPTED, megabytes, MOST_BYTES, tooLarge } from "@/lib/topics/rules-papers";
import { deliverableKind, type DeliverableKind } from "@/lib/words/topic";
import { FormDialog } from "../../households/form-dialog";
import { sendPaper } from "./send-paper";

type Paper = { id: string; kind: DeliverableKind; title: string };
type Props = { topicId: string; paper?: Paper };
type Faults = Record<string, string>;

/** A new 成果材料, or another version of one. */
export const PaperButton = ({ topicId, paper }: Props) => (
  <FormDialog label={paper ? "传新版" : "加材料"} title={paper ? `传新版：${paper.title}` : "加成果材料"} size="row">
    {(close) => <PaperFields topicId={topicId} {...(paper && { paper })} close={close} />}
  </FormDialog>
);

function PaperFields({ topicId, paper, close }: Props & { close: () => void }) {
  const [ids] = useState(() => ({ id: newId<"deliverableVersion">(), deliverableId: paper?.id ?? newId<"deliverable">() }));
  const [faults, setFaults] = useState<Faults>({});
  const { state, send, stop } = useSending(topicId, close, setFaults);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    const picked = file instanceof File && file.name !== "" ? file : undefined;
    const form = PaperForm.safeParse({ ...ids, kind: paper?.kind ?? data.get("kind") ?? undefined, title: paper?.title ?? data.get("title"), name: picked?.name ?? "" });
    const found = faultsOf(form, picked);
    setFaults(found);
    if (picked && form.success && Object.keys(found).length === 0) void send(form.data, picked);
  };
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-3">
      {!paper && <Chips legend="哪一种" name="kind" options={deliverableKind.options} error={faults.kind} />}
      {!paper && <Field label="材料名称" id="title" hint="以后每次传都是它的一个版本" error={faults.title}><input type="text" name="title" autoComplete="off" /></Field>}
      <Field label="文件" id="file" hint="Word、演示、表格、PDF、图片，最多 20 MB" error={faults.file}><input type="file" name="file" accept={ACCEPTED} /></Field>
      {state && <Way {...state} stop={stop} />}
      {faults.root && <Notice tone="danger">{faults.root}</Notice>}
      <Button type="submit" variant="primary" busy={!!state} wide>{paper ? "上传新版" : "上传材料"}</Button>
    </form>
  );
}

function faultsOf(form: ReturnType<typeof PaperForm.safeParse>, file: File | undefined): Faults {
  const said = (form.error?.issues ?? []).toReversed().map(({ path, message }) => [path[0] === "name" ? "file" : String(path[0]), message]);
  return { ...(Object.fromEntries(said) as Faults), ...(file && file.size > MOST_BYTES && { file: tooLarge(file.size) }) };
}

type Sending = { done: number; of: number };

function useSending(topicId: string, close: () => void, fault: (faults: Faults) => void) {
  const router = useRouter();
  const [state, setState] = useState<Sending>();
  const going = useRef<() => void>(undefined);
  useEffect(() => () => going.current?.(), []);

  const send = async (paper: PaperForm, file: File) => {
    setState({ done: 0, of: file.size });
    const { answered, stop } = sendPaper(topicId, paper, file, (done) => setState({ done: Math.min(done, file.size), of: file.size }));
    going.current = stop;
    const said = await answered;
    setState(undefined);
    if (!said.ok) {
      const fields = said.fields ?? {};
      return fault(Object.keys(fields).length > 0 ? fields : { root: said.message ?? "没能传上去，过一会儿再试" });
    }
    router.refresh();
    if (said.isNew) close();
    else fault({ root: `这个文件和第 ${said.number} 版一模一样，没有再存一份` });
  };
  return { state, send, stop: () => going.current?.() };
}

/** How far it is; once all is sent, the server still looks at it. */
function Way({ done, of, stop }: Sending & { stop: () => void }) {
  return (
    <div className="grid gap-1.5">
      <progress value={done} max={of} aria-label="上传进度" />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-sm text-ink-2">{done < of ? `已传 ${megabytes(done)}，共 ${megabytes(of)}` : "传完了，正在检查文件"}</p>
        <Button variant="quiet" size="row" onClick={stop}>停止上传</Button>
      </div>
    </div>
  );
}
