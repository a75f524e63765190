import Bell from "lucide-react/icons/bell";
import BookOpen from "lucide-react/icons/book-open";
import Building2 from "lucide-react/icons/building-2";
import CalendarDays from "lucide-react/icons/calendar-days";
import CircleHelp from "lucide-react/icons/circle-help";
import CloudUpload from "lucide-react/icons/cloud-upload";
import FileUp from "lucide-react/icons/file-up";
import Footprints from "lucide-react/icons/footprints";
import Handshake from "lucide-react/icons/handshake";
import Lightbulb from "lucide-react/icons/lightbulb";
import ListChecks from "lucide-react/icons/list-checks";
import MapPinned from "lucide-react/icons/map-pinned";
import MessageSquareMore from "lucide-react/icons/message-square-more";
import NotebookPen from "lucide-react/icons/notebook-pen";
import ScrollText from "lucide-react/icons/scroll-text";
import UserRoundCog from "lucide-react/icons/user-round-cog";
import Users from "lucide-react/icons/users";
import { NavList } from "@/app/_ui/nav";
import type { Actor } from "@/lib/gate/actor";
import { mayOpen } from "@/lib/gate/policy";

const anybody = () => true;

const places = [
  { href: "/visits", label: "走访日志", icon: <NotebookPen aria-hidden />, open: (me: Actor) => !me.is("admin", "auditor") },
  { href: "/outbox", label: "待发送", icon: <CloudUpload aria-hidden />, open: mayOpen.outbox },
  { href: "/notices", label: "提醒", icon: <Bell aria-hidden />, open: anybody },
  { href: "/households", label: "农户", icon: <MapPinned aria-hidden />, open: mayOpen.households },
  { href: "/meetings", label: "双访看板", icon: <CalendarDays aria-hidden />, open: mayOpen.board },
  { href: "/pairings", label: "青蓝结对", icon: <Handshake aria-hidden />, open: mayOpen.pairings },
  { href: "/topics", label: "课题", icon: <Lightbulb aria-hidden />, open: mayOpen.topics },
  { href: "/quizzes", label: "考核", icon: <ListChecks aria-hidden />, open: mayOpen.quizzes },
  { href: "/suggestions", label: "下一户建议", icon: <Footprints aria-hidden />, open: mayOpen.practice },
  { href: "/practice", label: "练习", icon: <BookOpen aria-hidden />, open: mayOpen.practice },
  { href: "/people", label: "人员", icon: <Users aria-hidden />, open: anybody },
  { href: "/villages", label: "村社", icon: <Building2 aria-hidden />, open: anybody },
  { href: "/imports", label: "导入", icon: <FileUp aria-hidden />, open: mayOpen.imports },
  { href: "/admin/accounts", label: "账号", icon: <UserRoundCog aria-hidden />, open: mayOpen.accounts },
  { href: "/ledger", label: "台账", icon: <ScrollText aria-hidden />, open: mayOpen.ledger },
  { href: "/feedback", label: "投诉建议", icon: <MessageSquareMore aria-hidden />, open: anybody },
  { href: "/help", label: "帮助", icon: <CircleHelp aria-hidden />, open: anybody },
];

/** What the rail is at the desk; the phone has no rail, so it is here. */
export function Places({ me }: { me: Actor }) {
  const items = places.filter(({ open }) => open(me)).map(({ href, label, icon }) => ({ href, label, icon }));
  return <div className="lg:hidden"><NavList label="全部页面" items={items} /></div>;
}
