import type { Metadata } from "next";
import { classes } from "@/app/_ui/classes";
import { PhoneNotes } from "@/app/_phone/notes";
import { PageHead } from "@/app/_ui/page-head";
import { waitingKind } from "@/lib/dashboard/rules";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { homesOf } from "./_home/homes";

export const metadata: Metadata = { title: "今日" };

/** 今日: what waits for me, by what I am here. Who is several things gets the part of each. */
export default async function TodayPage({ searchParams }: PageProps<"/">) {
  const desk = await openDesk();
  const { kind } = await searchParams;
  const only = waitingKind.from(Array.isArray(kind) ? kind[0] : kind);
  return (
    <div className="grid gap-3 lg:gap-1.5">
      {/* At the desk the office needs every line of its screen for its list. */}
      <div className={classes("max-lg:contents", desk.me.is("office") && "lg:sr-only")}>
        <PageHead title="今日" />
      </div>
      {mayOpen.outbox(desk.me) && <PhoneNotes />}
      {homesOf(desk.me).map((Home, place) => <Home key={place} desk={desk} only={only} />)}
    </div>
  );
}
