"use client";
import { useEffect, useState } from "react";
import { codeHere, openWith } from "@/app/_phone/carried";
import { isLeaving, markLeaving } from "@/app/_phone/leaving";
import { keepSending } from "@/app/_phone/sending";
import { stayTrue } from "@/app/_phone/stay-true";
import { useOnline } from "@/app/_phone/use-online";
import { useReached } from "@/app/_phone/use-reached";
import { sizeCookie, sizeFrom, themeCookie, themeFrom } from "@/app/_ui/look";
import type { Pack } from "@/app/api/v1/pack/route";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { OfflineDesk } from "./offline-desk";
import { OfflineFrame } from "./offline-frame";
import { Gone, Locked, NothingHere } from "./offline-door";

type State = { is: "looking" } | { is: "gone" } | { is: "nothing"; why?: "tried" } | { is: "locked" } | { is: "open"; pack: Pack | undefined; exams: readonly ExamPaper[] };

/** Reads the phone: is there a 口令, does it fit, and what then can be done without a network. */
export function OfflineShell() {
  const [state, setState] = useState<State>({ is: "looking" });
  const [online, reached] = [useOnline(), useReached()];
  useEffect(() => {
    wearLook();
    void lookHere().then((is) => setState({ is }));
    return stayTrue();
  }, []);
  useEffect(() => {
    if (online && isLeaving()) void endSession();
  }, [online]);
  useEffect(() => (state.is === "open" ? keepSending() : undefined), [state.is]);

  const enter = async (code: string) => {
    const opened = await openWith(code);
    if (opened === "gone") return setState({ is: "nothing", why: "tried" });
    if ("left" in opened) return `口令不对，还可以试 ${opened.left} 次`;
    setState({ is: "open", ...opened });
  };
  return (
    <OfflineFrame reached={reached}>
      {state.is === "open" && <OfflineDesk pack={state.pack} exams={state.exams} reached={reached} />}
      {state.is === "locked" && <Locked enter={enter} reached={reached} />}
      {state.is === "gone" && <Gone />}
      {(state.is === "looking" || state.is === "nothing") && <NothingHere reached={reached} tried={state.is === "nothing" && state.why === "tried"} />}
    </OfflineFrame>
  );
}

async function lookHere(): Promise<"gone" | "locked" | "nothing"> {
  if (isLeaving()) return "gone";
  return (await codeHere().catch(() => undefined)) ? "locked" : "nothing";
}

/** The page was kept for everybody: how this person wants it to look is in their cookies. */
function wearLook(): void {
  const said = (name: string) => new RegExp(`(?:^|; )${name}=(\\w+)`).exec(document.cookie)?.[1];
  Object.assign(document.documentElement.dataset, { size: sizeFrom(said(sizeCookie)), theme: themeFrom(said(themeCookie)) });
}

/** 退出登录 was pressed without a network: as soon as there is one, the session ends. */
async function endSession(): Promise<void> {
  const answer = await fetch("/api/v1/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }).catch(() => undefined);
  if (!answer?.ok) markLeaving();
}
