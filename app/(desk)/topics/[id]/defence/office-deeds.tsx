import { LinkButton } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { lostSheets } from "@/lib/defences/rules-words";
import type { Desk } from "@/lib/gate/desk";
import { Press } from "../../../pairings/press";
import { closeDefence, openDefence } from "./actions";
import { Publish, Reopen } from "./deeds";

type Props = { desk: Desk; full: DefenceInFull };

/** What may be done with the defence now, by whom; and in words why one may not. */
export function OfficeDeeds({ desk, full }: Props) {
  const { defence, reads } = full;
  if (!desk.me.is("office", "leader")) return null;
  if (defence.state === "preparing") return desk.may("defence.open", defence) ? <OpenDeeds full={full} /> : null;
  if (defence.state === "open") return reads && desk.may("defence.close", defence) ? <div><Close full={full} /></div> : null;
  return <Ended desk={desk} full={full} />;
}

function OpenDeeds({ full: { defence, judges, topic } }: Pick<Props, "full">) {
  const back = judges.filter(({ recusals }) => recusals.length > 0);
  const ready = judges.length - back.length;
  const step = { defenceId: defence.id, version: defence.version };
  return (
    <div className="flex flex-wrap gap-2.5">
      <DialogButton label="开始评分" title="开始评分" variant="primary">
        <div className="grid gap-3">
          <p>开始以后，计分方法、法定人数、评分项、权重、档次和评委都不能再改；课题组交的材料锁定在现在这一版，评委看的就是它。</p>
          <p>能评的评委 {ready} 位，法定人数 {defence.quorum}。</p>
          {back.length > 0 && <Notice tone="warn" title={`${back.map(({ name }) => name).join("、")} 要回避`}>{ready < defence.quorum ? "能评的不到法定人数，先换评委。" : "不用换也能开始，他们不评分。"}</Notice>}
          <Press send={openDefence} input={step} variant="primary">开始评分</Press>
        </div>
      </DialogButton>
      <LinkButton href={`/topics/${topic.id}/defence?plan=edit`}>修改安排</LinkButton>
    </div>
  );
}

function Close({ full: { defence, judges } }: Pick<Props, "full">) {
  const able = judges.filter(({ recusals }) => recusals.length === 0);
  const missing = able.filter(({ sheet }) => !sheet?.submittedAt).map(({ name }) => name);
  const inNow = able.length - missing.length;
  const lost = lostSheets(judges);
  return (
    <DialogButton label="停止评分" title="停止评分" variant={missing.length > 0 ? "secondary" : "primary"}>
      <div className="grid gap-3">
        {missing.length > 0 ? <Notice tone="warn" title={`${missing.join("、")} 还没有交`}>停止以后他们不能再交，成绩里写明缺席。</Notice> : <p>能评的 {able.length} 位评委都交了。</p>}
        {lost.length > 0 && <Notice tone="warn" title={`交了的评分表有 ${lost.length} 张不计入，评委要回避`}><ul>{lost.map((one) => <li key={one}>{one}</li>)}</ul></Notice>}
        {inNow < defence.quorum && <Notice tone="warn">现在只有 {inNow} 位交了，法定人数是 {defence.quorum}。公布时要写明原因。</Notice>}
        <p>停止以后算出成绩，先是暂定的，由另一位同事或镇领导公布。</p>
        <Press send={closeDefence} input={{ defenceId: defence.id, version: defence.version }} variant="primary">停止评分</Press>
      </div>
    </DialogButton>
  );
}

function Ended({ desk, full: { defence, result } }: Props) {
  const step = { defenceId: defence.id, version: defence.version };
  const short = result && result.counted < defence.quorum ? `只有 ${result.counted} 位评委的评分，法定人数是 ${defence.quorum}` : undefined;
  const closed = defence.state === "closed";
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      {closed && desk.may("defence.publish", defence) && result?.total !== null && <Publish {...step} short={short} />}
      {closed && result?.total === null && <p>还没有人交评分，没有成绩可以公布。</p>}
      {desk.may("defence.reopen", defence) && <Reopen {...step} published={!closed} />}
      {closed && defence.closedById === desk.me.id && <p className="text-ink-2">评分是你停止的，由党建办另一位同事或镇领导公布。</p>}
    </div>
  );
}
