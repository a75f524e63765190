"use client";
import { useEffect, useState } from "react";
import { isVisit, type Item } from "@/app/_phone/item";
import { takeBack } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { useItems } from "@/app/_phone/use-items";
import { Button, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { photoWords } from "../outbox/photo-deeds";
import { recallVisit } from "./actions";

type Props = {
  id: string; deed: "submit" | "save"; mentor: string | undefined;
  again: (() => void) | undefined;
  /** Back to the same words, on the version the server has now. */
  goOn: (version: number) => void;
  mend: (fields: Record<string, string>, message: string) => void;
};

/** What stands here after handing in: first that it is safe on this phone, then that it has arrived, and the way on. */
export function Handed({ id, deed, mentor, again, goOn, mend }: Props) {
  const found = useItems();
  const item = found?.items.filter(isVisit).find((one) => one.id === id);
  const refused = item?.state === "rejected" && !item.parked;
  useEffect(() => {
    if (item && refused) mend(item.fields, item.reason);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal, whatever the form renders meanwhile
  }, [refused]);
  const version = item?.visit.version ?? 0;
  if (item?.state === "sent") return deed === "save" ? <Drafted goOn={() => goOn(version)} photos={photoWords(item)} /> : <Arrived id={id} photos={photoWords(item)} version={version} mentor={mentor} again={again} />;
  if (item?.state === "conflict") return <Differs reason={item.reason} />;
  if (item?.state === "rejected" && item.parked) return <Kept reason={item.reason} again={again} />;
  return <Waiting item={item} again={again} lasting={found?.lasting ?? true} back={() => void takeBack(id).then((taken) => taken && mend({}, "已取回，还没有提交"))} />;
}

/** Somewhere else the same visit went on: the two stand side by side in the outbox. */
function Differs({ reason }: { reason: string }) {
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="warn" title="系统里的这一条和这里写的不一样">{reason}</Notice>
      <LinkButton variant="primary" href="/outbox">看看两边哪里不同</LinkButton>
    </div>
  );
}

/** The door went to somebody else meanwhile: nothing to mend, and nothing is lost. */
function Kept({ reason, again }: { reason: string; again: (() => void) | undefined }) {
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="warn" title="这户现在不由你走访">{reason}</Notice>
      <LinkButton variant="primary" href="/outbox">去转交或导出</LinkButton>
      {again && <Button onClick={() => again()}>再记一户</Button>}
    </div>
  );
}

type WaitingProps = { item: Item | undefined; again: (() => void) | undefined; lasting: boolean; back: () => void };

function Waiting({ item, again, lasting, back }: WaitingProps) {
  const why = item?.state === "queued" ? item.reason : "";
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone={lasting ? "ok" : "warn"}>
        {lasting ? `已存本机，${why || "正在发送"}${why ? "。现在可以关掉页面" : ""}` : `这个浏览器存不了本机，${why || "正在发送"}。先别关页面`}
      </Notice>
      {why.startsWith("登录") && <LinkButton href="/sign-in?callbackUrl=/outbox">重新登录</LinkButton>}
      {again && <Button variant="primary" onClick={() => again()}>再记一户</Button>}
      <div className="grid grid-cols-2 gap-2.5">
        {item?.state === "queued" && <Button onClick={back}>取回来改</Button>}
        {item?.state === "queued" && <Button onClick={() => void send(true)}>立即发送</Button>}
      </div>
    </div>
  );
}

function Drafted({ goOn, photos }: { goOn: () => void; photos: string }) {
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="ok">草稿已存，可以接着写，也可以离开</Notice>
      {photos && <Notice tone="info">{photos}</Notice>}
      <Button variant="primary" onClick={goOn}>接着写</Button>
      <LinkButton href="/visits">看走访日志</LinkButton>
    </div>
  );
}

type ArrivedProps = { id: string; photos: string; version: number; mentor: string | undefined; again: (() => void) | undefined };

function Arrived({ id, photos, version, mentor, again }: ArrivedProps) {
  const [recalled, setRecalled] = useState<{ done: boolean; refused?: string }>({ done: false });
  const recall = async () => {
    const outcome = await recallVisit({ visitId: id, version }).catch(() => undefined);
    setRecalled(outcome?.ok ? { done: true } : { done: false, refused: outcome?.message ?? "没能连上服务器，过一会儿再试" });
  };
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="ok">
        {recalled.done ? "已撤回，存成了草稿" : mentor ? `已提交，导师 ${mentor} 会看到` : "已提交，党建办会看到"}
      </Notice>
      {photos && <Notice tone="info">{photos}</Notice>}
      {recalled.refused && <Notice tone="warn">{recalled.refused}</Notice>}
      {again ? <Button variant="primary" onClick={() => again()}>再记一户</Button> : <LinkButton variant="primary" href="/visits/new">再记一户</LinkButton>}
      <div className="grid grid-cols-2 gap-2.5">
        {recalled.done ? <LinkButton href={`/visits/${id}/edit`}>接着改</LinkButton> : <Button onClick={() => void recall()}>撤回日志</Button>}
        <LinkButton href={`/visits/${id}`}>看这条日志</LinkButton>
      </div>
    </div>
  );
}
