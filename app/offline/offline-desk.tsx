"use client";
import { useEffect, useState } from "react";
import { OutboxList } from "@/app/(desk)/outbox/outbox-list";
import { PhoneNotes } from "@/app/_phone/notes";
import { send } from "@/app/_phone/sending";
import { LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Pack } from "@/app/api/v1/pack/route";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { OfflineExam, OfflineExams } from "./offline-exam";
import { OfflineForm } from "./offline-form";
import { OfflineHomes } from "./offline-homes";
import { useWay } from "./use-way";

type Props = { pack: Pack | undefined; exams: readonly ExamPaper[]; reached: boolean };

/** What can be done from the phone alone: write a visit, go on with a draft or an exam, see what waits, look up one's households. */
export function OfflineDesk({ pack, exams, reached }: Props) {
  const { way, box, lost, home } = useWay();
  return (
    <div ref={box} className="grid gap-3">
      {reached && <BackOnline />}
      {lost && <Notice tone="warn">这一页要有网才能打开</Notice>}
      {way.at === "form" && <OfflineForm key={way.key} pack={pack} way={way} back={home} />}
      {way.at === "exam" && <OfflineExam key={way.quiz} paper={exams.find(({ quizId }) => quizId === way.quiz)} back={home} />}
      {way.at === "start" && <Start pack={pack} exams={exams} />}
    </div>
  );
}

/** Whoever has an exam here and no pack came to examine, and writes no visits. */
function Start({ pack, exams }: Omit<Props, "reached">) {
  const writes = pack !== undefined || exams.length === 0;
  return (
    <>
      <h1 className="text-xl">{pack ? `${pack.name}，没网也能记` : writes ? "没网也能记" : "没网也能考"}</h1>
      <OfflineExams exams={exams} />
      {writes && <LinkButton href="/visits/new" variant={exams.length === 0 ? "primary" : "secondary"} wide className="min-h-[3.25rem]! text-lg">记走访</LinkButton>}
      <PhoneNotes onOutbox />
      <OutboxList me={pack?.name ?? ""} writes={writes} />
      {pack && pack.homes.length > 0 && <OfflineHomes homes={pack.homes} />}
    </>
  );
}

/** What waits goes by itself; whether the session still holds, only the sending shows. */
function BackOnline() {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    void send(true).then((how) => setEnded(how === "signed-out"), () => undefined);
  }, []);
  if (ended) return <Notice tone="warn" action={<LinkButton size="row" href="/sign-in?callbackUrl=/outbox&wait=1">重新登录</LinkButton>}>登录时间到了。内容都在，重新登录后自动发送</Notice>;
  return <Notice tone="ok">有网了，没发送的正在自动发送</Notice>;
}
