import { Card } from "@/app/_ui/card";
import { List, type Row } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import type { ExhibitRow } from "@/lib/exhibitions/reads";
import { FEW, sameShare, shareOf } from "@/lib/exhibitions/rules";

const columns = [
  { head: "出场", number: true, named: true, card: "aside" }, { head: "节目", card: "title", room: "rest" },
  { head: "选中", number: true, named: true }, { head: "出现", number: true, named: true }, { head: "选中的比例", number: true, named: true }, { head: "" },
] as const;

/** What the audience chose, in the order of the stage: nobody stands above anybody. */
export function ResultsCard({ stage }: { stage: readonly ExhibitRow[] }) {
  const picks = stage.reduce((sum, { chosen }) => sum + chosen, 0);
  if (picks === 0) return <Notice>这场展演没有投票结果。</Notice>;
  const few = stage.some(({ shown }) => shown < FEW);
  return (
    <Card title="观众怎么选" aside={<span className="text-sm text-ink-2">一共选了 {picks} 次</span>}>
      <div className="grid gap-2.5">
        <p className="measure text-ink-2">每位观众两两比着选几对，每个节目出现的次数差不多。按出场顺序列，“选中 5 次 / 出现 8 次”就是 8 对里有 5 对选了它。</p>
        {few && <Notice tone="warn">有的节目出现不到 {FEW} 次，多一票少一票，比例就变很多，只看个大概。</Notice>}
        <List caption="每个节目选中和出现的次数" columns={columns} rows={stage.map((one, at) => rowOf(one, at, stage))} />
      </div>
    </Card>
  );
}

function rowOf(exhibit: ExhibitRow, at: number, stage: readonly ExhibitRow[]): Row {
  const { id, title, shown, chosen } = exhibit;
  const same = stage.flatMap((other, i) => (other.id !== id && sameShare(other, exhibit) ? [i + 1] : []));
  const share = shown > 0 ? shareOf(exhibit) : "--";
  return { key: id, cells: [at + 1, title, `${chosen} 次`, `${shown} 次`, share, same.length > 0 ? `和第 ${same.join("、")} 个相同` : ""] };
}
