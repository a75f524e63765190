import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { matchMaterial } from "@/lib/pairings/reads-match";
import { MatchDesk } from "./match-desk";
import { Unsaid } from "./unsaid";

export const metadata: Metadata = { title: "结对建议" };

/** Who might learn from whom, worked out on the page itself, so that a move by hand is weighed at once. */
export default async function MatchPage() {
  const desk = await openDesk();
  if (!mayOpen.match(desk.me)) notFound();
  const { from, ...material } = await matchMaterial(desk);
  const { mentees, mentors } = material;
  return (
    <div className="grid gap-3">
      <PageHead title="结对建议" back={{ href: "/pairings", label: "回到青蓝结对" }} meta={`${mentees.length} 名青年干部还没有导师`} />
      <Unsaid mentees={mentees} mentors={mentors} />
      <MatchDesk material={material} from={from} />
    </div>
  );
}
