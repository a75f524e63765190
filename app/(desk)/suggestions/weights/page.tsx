import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { weightsNow, weightsSet } from "@/lib/suggestions/reads";
import { reasons, reasonWords } from "@/lib/suggestions/rules";
import { WeightFields } from "./weight-fields";

export const metadata: Metadata = { title: "建议的轻重" };

/** Set by the office, read by everybody whom it concerns. */
export default async function WeightsPage() {
  const desk = await openDesk();
  if (!mayOpen.practice(desk.me) && !desk.me.is("office")) notFound();
  const [now, sets] = [await weightsNow(desk), await weightsSet(desk)];
  const back = mayOpen.practice(desk.me) ? { href: "/suggestions", label: "回到下一户建议" } : { href: "/", label: "回到今日" };
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <PageHead title="建议的轻重" back={back} />
      <Card title="现在的轻重">{desk.me.is("office") ? <WeightFields key={sets[0]?.id} now={now} /> : <Now weights={now} />}</Card>
      <Card title="改动" flush>
        <ul className="divide-y divide-line">
          {sets.map(({ id, by, at, ...weights }) => (
            <li key={id} className="px-3 py-2">
              <p>{reasons.map((reason) => `${reasonWords[reason].label} ${weights[reason]}`).join(" · ")}</p>
              <p className="text-sm text-ink-2">{id === sets[0]?.id && "现在按这个排 · "}{dayOf(at).slice(0, 4)}-{clockOf(at)} {by ?? "党建办"}</p>
            </li>
          ))}
          {sets.length === 0 && <li className="px-3 py-3 text-ink-2">还没有改过，用的是一开始的轻重</li>}
        </ul>
      </Card>
    </div>
  );
}

const Now = ({ weights }: { weights: Awaited<ReturnType<typeof weightsNow>> }) => (
  <p>{reasons.map((reason) => `${reasonWords[reason].label} ${weights[reason]}`).join(" · ")}</p>
);
