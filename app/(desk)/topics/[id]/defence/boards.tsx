import { Notice } from "@/app/_ui/notice";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { reckon, WIDE } from "@/lib/defences/rules";
import type { Desk } from "@/lib/gate/desk";
import { timeOf } from "@/lib/kernel/calendar";
import { JudgesTable } from "./judges-table";
import { SpreadNotice } from "./spread-notice";

type Props = { desk: Desk; full: DefenceInFull };

export const OwnIn = ({ mine }: { mine: NonNullable<DefenceInFull["mine"]> }) => (
  <Notice tone="ok" title={`你的评分表 ${timeOf(mine.sheet!.submittedAt!)} 交了`}>不能再改。打错了就告诉党建办，由党建办退回来。现在看得到已经交了的其他评委的评分。</Notice>
);

/** While scoring goes on, for whoever may read it: who has handed in, with how many points. */
export function OpenBoard({ desk, full }: Props) {
  const totals = full.judges.flatMap(({ total, recusals }) => (total === undefined || recusals.length > 0 ? [] : [total]));
  const { spread } = reckon(full.defence.rule, totals);
  return (
    <>
      {spread >= WIDE && <SpreadNotice spread={spread} />}
      <JudgesTable title={`评委（已交 ${totals.length}）`} full={full} returns={desk.me.is("office") && !full.mine ? desk.me.id : undefined} />
    </>
  );
}
