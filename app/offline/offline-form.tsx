"use client";
import { useEffect, useState } from "react";
import type { FormChoices } from "@/app/(desk)/visits/form-choices";
import { VisitFormCard } from "@/app/(desk)/visits/visit-form";
import type { VisitItem } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Pack } from "@/app/api/v1/pack/route";
import { type Day, dayFrom } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import { blankVisit, nextDaysFrom } from "@/lib/visits/rules-blank";
import { topicChip } from "@/lib/words/visit";
import type { Way } from "./use-way";

type Props = { pack: Pack | undefined; way: Way & { at: "form" }; back: () => void };

/** The same form as ever, with the choices that were carried along; the day and the hour are the phone's. */
export function OfflineForm({ pack, way, back }: Props) {
  const [item, setItem] = useState<VisitItem | "none" | undefined>(way.visit ? undefined : "none");
  useEffect(() => {
    if (way.visit) void myOutbox().then((outbox) => outbox.visit(way.visit!)).then((found) => setItem(found ?? "none"));
  }, [way.visit]);
  const { today, hour } = nowInTown();
  if (item === undefined) return <p className="text-ink-2">正在打开</p>;
  if (way.visit && item === "none") return <Notice tone="warn" action={<Button size="row" onClick={back}>回到待发送</Button>}>这一条不在这部手机上，有网才能打开</Notice>;
  const known = pack?.choices.doors.find(({ id }) => id === way.household);
  return (
    <>
      <div className="flex items-center justify-between gap-2">
        <h1 className="text-xl">记走访</h1>
        <Button variant="quiet" onClick={back}>回到待发送</Button>
      </div>
      {!pack && <Notice tone="warn">这部手机上没有农户名单。先写下来，联网后再选户</Notice>}
      <VisitFormCard choices={choicesOn(pack, today)} initial={item === "none" ? blankVisit(today, hour, idFrom<"household">(known?.id) ?? null) : item.visit} />
    </>
  );
}

const choicesOn = (pack: Pack | undefined, today: Day): FormChoices => ({
  ...(pack?.choices ?? { doors: [], firms: [], colleagues: [], topics: [...topicChip.options], mentor: undefined, chosen: undefined }),
  today, nextDays: nextDaysFrom(today),
});

/** A civil date is Shanghai's, whatever zone the phone believes to be in. */
function nowInTown(now = new Date()): { today: Day; hour: number } {
  const said = now.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });
  return { today: dayFrom(said.slice(0, 10))!, hour: Number(said.slice(11, 13)) };
}
