import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { exhibitionAt, type ExhibitionRow, myBallot, myPairs, stageOf } from "@/lib/exhibitions/reads";
import type { Desk } from "@/lib/gate/desk";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { BallotDesk } from "./ballot-desk";
import { MyBallot } from "./my-ballot";

export const metadata: Metadata = { title: "观众投票" };

export default async function VotePage({ params }: PageProps<"/exhibitions/[id]/vote">) {
  const desk = await openDesk();
  const id = idFrom<"exhibition">((await params).id);
  const exhibition = id && (await exhibitionAt(desk, id));
  if (!exhibition) notFound();
  const href = `/exhibitions/${exhibition.id}`;
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-3">
      <PageHead title="观众投票" back={{ href, label: "回到展演" }} meta={exhibition.title} />
      <Voting desk={desk} exhibition={exhibition} />
    </div>
  );
}

async function Voting({ desk, exhibition: { id, state } }: { desk: Desk; exhibition: ExhibitionRow }) {
  const [stage, mine] = await Promise.all([stageOf(desk, id), myBallot(desk, id)]);
  const onwards = (words: string) => <LinkButton href={`/exhibitions/${id}`}>{words}</LinkButton>;
  if (mine) return <MyBallot stage={stage} picks={mine.picks} action={onwards(state === "closed" ? "看结果" : "看节目")} />;
  if (state === "closed") return <Empty title="投票已经结束" action={onwards("看结果")} />;
  if (state === "preparing") return <Empty title="还没有开始投票" action={onwards("看节目")}>演完以后由党建办开放</Empty>;
  if (desk.me.is("admin", "auditor")) return <Empty title="系统管理员和审计员不参加投票" action={onwards("看节目")} />;
  const pairs = myPairs(desk, id, stage);
  if (pairs.length === 0) return <Empty title="没有要你选的" action={onwards("看节目")}>除了你自己组的课题，剩下的不够凑成一对</Empty>;
  const own = stage.some(({ topicId }) => desk.me.everTopicIds.includes(topicId));
  return (
    <>
      <BallotDesk exhibitionId={id} pairs={pairs} />
      {own && <p className="text-sm text-ink-2">你自己组的课题不会问到你。</p>}
    </>
  );
}
