import { type Column, List } from "@/app/_ui/list";
import type { VillageServed } from "@/lib/villages/reads";
import { villageKind } from "@/lib/words/household";

/** `homes`: whether this person lists households at all; `whole`: all of them, not only their own. */
type Props = { villages: readonly VillageServed[]; homes: boolean; whole: boolean };

const names = (list: readonly string[]) => (list.length > 4 ? `${list.slice(0, 4).join("、")} 等 ${list.length} 人` : list.join("、"));
const nobody = <span className="text-warn">还没有人</span>;

const homesOf = (whole: boolean): Column => ({ head: whole ? "户数" : "我能看的户", card: "aside", named: true, number: true });
const columns = (homes: boolean, whole: boolean): Column[] => [
  { head: "村社", card: "title", opens: true }, { head: "类型", card: homes ? "none" : "aside" },
  ...(homes ? [homesOf(whole)] : []), { head: "联村和村社干部", card: "line", named: true, room: "lines" }, { head: "网格", card: "none", number: true },
  { head: "网格员", card: "none", room: "lines" }, { head: "走访间隔", number: true, named: true },
];

export function VillageList({ villages, homes, whole }: Props) {
  const rows = villages.map((village) => ({
    href: `/villages/${village.id}`,
    cells: [
      village.name, villageKind.label(village.kind), ...(homes ? [village.households] : []), village.cadres.length ? names(village.cadres) : nobody,
      village.grids, names(village.gridMembers), `${village.visitEveryDays} 天`,
    ],
  }));
  return <List caption="村社" columns={columns(homes, whole)} rows={rows} />;
}
