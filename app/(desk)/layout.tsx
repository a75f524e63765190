import Building2 from "lucide-react/icons/building-2";
import CalendarDays from "lucide-react/icons/calendar-days";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import CircleAlert from "lucide-react/icons/circle-alert";
import FileUp from "lucide-react/icons/file-up";
import Handshake from "lucide-react/icons/handshake";
import House from "lucide-react/icons/house";
import MapPinned from "lucide-react/icons/map-pinned";
import NotebookPen from "lucide-react/icons/notebook-pen";
import ScrollText from "lucide-react/icons/scroll-text";
import Settings from "lucide-react/icons/settings";
import SquarePen from "lucide-react/icons/square-pen";
import UserRound from "lucide-react/icons/user-round";
import UserRoundCog from "lucide-react/icons/user-round-cog";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import type { NavItem } from "@/app/_ui/nav";
import { SearchPalette } from "@/app/_ui/search-palette";
import { Shell } from "@/app/_ui/shell";
import type { Actor } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { role } from "@/lib/words/person";

type Place = NavItem & { open?: (me: Actor) => boolean };

const today: Place = { href: "/", label: "今日", icon: <House aria-hidden /> };
const write: Place = { href: "/visits/new", label: "记走访", icon: <SquarePen aria-hidden />, open: mayOpen.writeVisits };
const problems: Place = { href: "/problems", label: "问题", icon: <CircleAlert aria-hidden />, open: mayOpen.problems };
const mine: Place = { href: "/settings", label: "我的", icon: <UserRound aria-hidden /> };
const reviews: Place = { href: "/reviews", label: "批阅", icon: <ClipboardCheck aria-hidden />, open: mayOpen.review };
const visits: Place = { href: "/visits", label: "走访日志", icon: <NotebookPen aria-hidden />, open: mayOpen.visits };

const rail: readonly Place[] = [
  today,
  reviews,
  visits,
  { href: "/households", label: "农户", icon: <MapPinned aria-hidden />, open: mayOpen.households },
  problems,
  { href: "/meetings", label: "双访看板", icon: <CalendarDays aria-hidden />, open: mayOpen.board },
  { href: "/pairings", label: "青蓝结对", icon: <Handshake aria-hidden />, open: mayOpen.pairings },
  { href: "/people", label: "人员", icon: <Users aria-hidden /> },
  { href: "/villages", label: "村社", icon: <Building2 aria-hidden /> },
  { href: "/imports", label: "导入", icon: <FileUp aria-hidden />, open: mayOpen.imports },
  { href: "/admin/accounts", label: "账号", icon: <UserRoundCog aria-hidden />, open: mayOpen.accounts },
  { href: "/ledger", label: "台账", icon: <ScrollText aria-hidden />, open: mayOpen.ledger },
  { href: "/settings", label: "我的", icon: <Settings aria-hidden /> },
];
const people: Place = { href: "/people", label: "人员", icon: <Users aria-hidden /> };

/** Four places under the thumb: today, one's main deed, what is open, oneself. */
const dockOf = (me: Actor): Place[] => {
  const deed = mayOpen.writeVisits(me) && !me.is("mentor") ? write : mayOpen.review(me) ? reviews : people;
  const third = mayOpen.problems(me) ? problems : visits.open?.(me) ? visits : { ...rail.find((p) => p.href === "/villages")! };
  return [today, deed, third, mine];
};

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const desk = await openDesk();
  const { me } = desk;
  const mark = await markOf(desk);
  return (
    <Shell
      brand="青蓝"
      mark={mark}
      nav={rail.filter((place) => place.open?.(me) ?? true)}
      bottom={dockOf(me)}
      me={{ name: me.name, roleLabel: me.roles[0] ? role.label(me.roles[0]) : "", href: "/settings" }}
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
