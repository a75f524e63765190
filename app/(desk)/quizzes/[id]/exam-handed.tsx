"use client";
import type { SheetItem } from "@/app/_phone/item";
import { takeBack } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { Button, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

type Props = { item: SheetItem; lasting: boolean };

/** After 交考核表: first that it is safe on this phone, then that it has arrived. */
export function ExamHanded({ item: { id, state, reason, door, sheet }, lasting }: Props) {
  if (state === "sent") return (
    <Notice tone="ok" title="考核表已送达" action={<LinkButton size="row" href={`/quizzes/${sheet.quizId}?wait=1`}>看这次考核</LinkButton>}>{door}</Notice>
  );
  const why = state === "queued" ? reason : "";
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone={lasting ? "ok" : "warn"} title={door}>
        <p>{lasting ? `已存本机，${why || "正在发送"}${why ? "。现在可以关掉页面" : ""}` : `这个浏览器存不了本机，${why || "正在发送"}。先别关页面`}</p>
      </Notice>
      {why.startsWith("登录") && <LinkButton href="/sign-in?callbackUrl=/outbox">重新登录</LinkButton>}
      {state === "queued" && (
        <div className="grid grid-cols-2 gap-2.5">
          <Button onClick={() => void takeBack(id)}>取回来改</Button>
          <Button onClick={() => void send(true)}>立即发送</Button>
        </div>
      )}
    </div>
  );
}
