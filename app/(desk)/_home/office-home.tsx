import { Stat, StatRow } from "@/app/_ui/stat";
import { villagesCalledOn } from "@/lib/dashboard/reads-board";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import type { WaitingKind } from "@/lib/dashboard/rules";
import { countFeedback } from "@/lib/feedback/reads";
import type { Desk } from "@/lib/gate/desk";
import { countHouseholds } from "@/lib/households/reads";
import { weekOf } from "@/lib/kernel/calendar";
import { countUncoached } from "@/lib/pairings/reads";
import { directorySize } from "@/lib/people/reads";
import { countProblems } from "@/lib/problems/reads";
import { countQuizzes } from "@/lib/quizzes/reads";
import { countReviews } from "@/lib/visits/reads-reviews";
import { YearBanner } from "../calendar/year-banner";
import { FileCount } from "./file-count";
import { FirstSteps } from "./first-steps";
import { ParkedCount } from "./parked-waits";
import { WaitingTable } from "./waiting-table";

/** 哪些逾期、该催谁、缺哪个村: numbers that open exactly their lists, and one dense table under them. */
export async function OfficeHome({ desk, only }: { desk: Desk; only: WaitingKind | undefined }) {
  const waiting = await whatWaits(desk, only);
  return (
    <div className="grid gap-3 lg:gap-1.5">
      <FirstSteps desk={desk} waiting={waiting} />
      <OfficeNumbers desk={desk} />
      <ParkedCount desk={desk} />
      <WaitingTable waiting={waiting} only={only} now={desk.now} note={<YearBanner desk={desk} />} />
      <FileCount desk={desk} />
    </div>
  );
}

const atTheDesk = (note: string) => <span className="max-lg:hidden">{note}</span>;

async function OfficeNumbers({ desk }: { desk: Desk }) {
  const [late, all, nobody, homes, calls, unpaired, uncoached, words, problems, exams] = await Promise.all([
    countReviews(desk, "late"), countReviews(desk, "all"), countReviews(desk, "unassigned"), countHouseholds(desk, { overdue: true }),
    villagesCalledOn(desk, weekOf(desk.me.today)), directorySize(desk, { unpaired: true }), countUncoached(desk), countFeedback(desk, "open"),
    countProblems(desk, { state: "collected" }), countQuizzes(desk, "going"),
  ]);
  const warn = (n: number, tone: "danger" | "warn") => (n > 0 ? tone : "neutral");
  return (
    <StatRow label="全镇现在">
      <Stat href="/reviews?scope=late" label="批阅逾期" number={late} tone={warn(late, "danger")} />
      <Stat href="/reviews?scope=all" label="待批阅" number={all} />
      <Stat href="/reviews?scope=unassigned" label="无人批阅" number={nobody} tone={warn(nobody, "warn")} />
      <Stat href="/households?state=overdue" label="超期未访户" number={homes} tone={warn(homes, "warn")} />
      <Stat href="/meetings" label="本周双访" number={`${calls.called}/${calls.all}`} note={atTheDesk("村社")} />
      <Stat href="/people?show=unpaired" label="未结对干部" number={unpaired} tone={warn(unpaired, "warn")} />
      <Stat href="/pairings?show=uncoached" label="本月未帮带" number={uncoached} tone={warn(uncoached, "warn")} note={atTheDesk("对")} />
      <Stat href="/quizzes?view=going" label="待考核" number={exams} />
      <Stat href="/problems?state=collected" label="待受理问题" number={problems} />
      <Stat href="/feedback?open=1" label="建议待答" number={words} />
    </StatRow>
  );
}
