import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { villageBoard } from "@/lib/dashboard/reads-board";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { timeOf } from "@/lib/kernel/calendar";
import { Board } from "./board";
import { arrowsFor, untilFrom } from "./board-weeks";
import { Legend } from "./mark";

export const metadata: Metadata = { title: "双访看板" };

export default async function MeetingsPage({ searchParams }: PageProps<"/meetings">) {
  const desk = await openDesk();
  if (!mayOpen.board(desk.me)) notFound();
  const until = untilFrom((await searchParams).until, desk.me.today);
  const board = await villageBoard(desk, until);
  const { earlier, later } = arrowsFor(until, desk.me.today);
  const meta = <span className="flex flex-wrap gap-x-4"><Legend /><span>数据时间 {timeOf(desk.now)}</span></span>;
  const arrows = (
    <>
      <LinkButton variant="quiet" size="row" href={earlier}>往前四周</LinkButton>
      {later && <LinkButton variant="quiet" size="row" href={later}>往后四周</LinkButton>}
      {later && <LinkButton variant="quiet" size="row" href="/meetings">回到本周</LinkButton>}
    </>
  );
  return (
    <div className="grid gap-2 lg:gap-1">
      {/* Twenty-six villages stand on a laptop's 640 px only if the head gives up a little. */}
      <div className="lg:-my-0.5">
        <PageHead title="双访看板" meta={meta} actions={arrows} />
      </div>
      {board.rows.length === 0
        ? <Empty title="还没有你联系的村社">党建办给你分了村社以后，这里会出现它们每周的双访。</Empty>
        : <Board board={board} today={desk.me.today} />}
    </div>
  );
}
