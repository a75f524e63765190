import type { ReactNode } from "react";
import type { WaitingKind } from "@/lib/dashboard/rules";
import type { Actor } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";
import { AccountsHome } from "./accounts-home";
import { CadreHome } from "./cadre-home";
import { LeaderHome } from "./leader-home";
import { LedgerHome } from "./ledger-home";
import { MentorHome } from "./mentor-home";
import { OfficeHome } from "./office-home";
import { PairHome } from "./pair-home";
import { QuizHome, RedrawHome } from "./quiz-home";
import { JudgeHome, TopicHome } from "./topic-home";
import { UnfinishedVisits } from "./unfinished-visits";
import { VillageHome } from "./village-home";
import { QuietUnlessVote, VoteHome } from "./vote-home";

type HomeProps = { desk: Desk; only: WaitingKind | undefined };
type Home = (props: HomeProps) => ReactNode | Promise<ReactNode>;

/** The one place that knows which home is whose; each of them asks its desk the same questions for everybody. */
const homes: readonly [opens: (me: Actor) => boolean, home: Home][] = [
  [(me) => me.seats.length > 0, JudgeHome],
  [(me) => me.is("office"), RedrawHome],
  [(me) => me.is("examiner", "cadre", "villageCadre", "gridMember") && !me.is("office"), QuizHome],
  [(me) => me.is("office"), OfficeHome],
  [(me) => me.is("office"), QuizHome],
  [(me) => me.is("leader"), LeaderHome],
  [(me) => me.is("mentor", "cadre"), PairHome],
  [(me) => me.is("mentor"), MentorHome],
  [(me) => me.is("cadre"), CadreHome],
  [(me) => mayOpen.writeVisits(me) && !me.is("cadre"), UnfinishedVisits],
  [(me) => me.is("villageCadre", "gridMember"), VillageHome],
  [(me) => me.topicIds.length > 0, TopicHome],
  [mayOpen.accounts, AccountsHome],
  [(me) => me.is("auditor"), LedgerHome],
];

export function homesOf(me: Actor): Home[] {
  const mine = homes.filter(([opens]) => opens(me)).map(([, home]) => home);
  const day = mine.length > 0 ? mine : [QuietUnlessVote];
  if (me.is("admin", "auditor")) return day;
  return [...day, VoteHome]; // a vote waits behind what the day asks for
}
