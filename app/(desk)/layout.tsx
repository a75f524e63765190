import type { ReactNode } from "react";
import { PhoneGuest } from "@/app/_phone/guest";
import { PhoneKeeper } from "@/app/_phone/keeper";
import type { Place as Named } from "@/app/_ui/rail";
import { SearchPalette } from "@/app/_ui/search-palette";
import { Shell } from "@/app/_ui/shell";
import type { Actor } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { phoneSecretOf } from "@/lib/gate/phone";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { countNotices } from "@/lib/notices/reads";
import { role } from "@/lib/words/person";
import { Bell } from "./bell";

type Place = Named & { open?: (me: Actor) => boolean };

const today: Place = { href: "/", label: "今日", icon: "house" };
const write: Place = { href: "/visits/new", label: "记走访", icon: "square-pen", open: mayOpen.writeVisits };
const problems: Place = { href: "/problems", label: "问题", icon: "circle-alert", open: mayOpen.problems };
const mine: Place = { href: "/settings", label: "我的", icon: "user-round" };
const reviews: Place = { href: "/reviews", label: "批阅", icon: "clipboard-check", open: mayOpen.review };
const quizzes: Place = { href: "/quizzes", label: "考核", icon: "list-checks", open: mayOpen.quizzes };
const visits: Place = { href: "/visits", label: "走访日志", icon: "notebook-pen", open: mayOpen.visits };

const rail: readonly Place[] = [
  today,
  reviews,
  visits,
  { href: "/households", label: "农户", icon: "map-pinned", open: mayOpen.households },
  problems,
  { href: "/meetings", label: "双访看板", icon: "calendar-days", open: mayOpen.board },
  { href: "/pairings", label: "青蓝结对", icon: "handshake", open: mayOpen.pairings },
  { href: "/topics", label: "课题", icon: "lightbulb", open: mayOpen.topics },
  quizzes,
  { href: "/people", label: "人员", icon: "users" },
  { href: "/villages", label: "村社", icon: "building-2" },
  { href: "/imports", label: "导入", icon: "file-up", open: mayOpen.imports },
  { href: "/admin/accounts", label: "账号", icon: "user-round-cog", open: mayOpen.accounts },
  { href: "/ledger", label: "台账", icon: "scroll-text", open: mayOpen.ledger },
  { href: "/settings", label: "我的", icon: "settings" },
];
const people: Place = { href: "/people", label: "人员", icon: "users" };

/** Four places under the thumb: today, one's main deed, what is open, oneself. */
const dockOf = (me: Actor): Place[] => {
  const deed = mayOpen.writeVisits(me) && !me.is("mentor") ? write : mayOpen.review(me) ? reviews : me.is("examiner") ? quizzes : people;
  const third = mayOpen.problems(me) ? problems : visits.open?.(me) ? visits : { ...rail.find((p) => p.href === "/villages")! };
  return [today, deed, third, mine];
};

/** Only what the browser draws. */
const namesOf = (places: readonly Place[]): Named[] => places.map(({ href, label, icon }) => ({ href, label, icon }));

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const desk = await openDesk();
  const { me } = desk;
  const [mark, told] = await Promise.all([markOf(desk), countNotices(desk)]);
  return (
    <Shell
      brand="青蓝"
      mark={mark}
      nav={namesOf(rail.filter((place) => place.open?.(me) ?? true))}
      bottom={namesOf(dockOf(me))}
      me={{ name: me.name, roleLabel: me.roles[0] ? role.label(me.roles[0]) : "", href: "/settings" }}
      actions={
        <>
          {mayOpen.outbox(me) ? <PhoneKeeper owner={me.id} secret={phoneSecretOf(desk)} packs={mayOpen.writeVisits(me)} /> : <PhoneGuest owner={me.id} />}
          <Bell count={told} at={desk.now.getTime()} />
        </>
      }
      search={<SearchPalette />}
    >
      {children}
    </Shell>
  );
}

async function markOf(desk: Desk): Promise<string | undefined> {
  const [town] = await desk.select({ demo: desk.see.town.demo }).from(desk.see.town);
  return town?.demo ? "示例数据" : undefined;
}
