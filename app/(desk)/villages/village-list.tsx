import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import type { VillageServed } from "@/lib/villages/reads";
import { villageKind } from "@/lib/words/household";

/** `homes`: whether this person lists households at all; `whole`: all of them, not only their own. */
type Props = { villages: readonly VillageServed[]; homes: boolean; whole: boolean };

const names = (list: readonly string[]) => (list.length > 4 ? `${list.slice(0, 4).join("、")} 等 ${list.length} 人` : list.join("、"));
const nobody = <span className="text-warn">还没有人</span>;

export function VillageList({ villages, homes, whole }: Props) {
  const word = whole ? "户数" : "我能看的户";
  return (
    <>
      <CardList label="村社" className="lg:hidden">
        {villages.map((village) => (
          <CardRow key={village.id} href={`/villages/${village.id}`} title={village.name} aside={homes ? `${village.households} 户` : villageKind.label(village.kind)}
            meta={<>干部：{village.cadres.length ? names(village.cadres) : nobody} · {village.visitEveryDays} 天一访</>} />
        ))}
      </CardList>
      <Table caption="村社" className="max-lg:hidden">
        <thead>
          <tr><Th>村社</Th><Th>类型</Th>{homes && <Th number>{word}</Th>}<Th>联村和村社干部</Th><Th number>网格</Th><Th>网格员</Th><Th number>走访间隔</Th></tr>
        </thead>
        <tbody>
          {villages.map((village) => (
            <tr key={village.id}>
              <Th scope="row"><To href={`/villages/${village.id}`} className="link">{village.name}</To></Th>
              <Td>{villageKind.label(village.kind)}</Td>
              {homes && <Td number>{village.households}</Td>}
              <Td>{village.cadres.length ? names(village.cadres) : nobody}</Td>
              <Td number>{village.grids}</Td>
              <Td>{names(village.gridMembers)}</Td>
              <Td number>{village.visitEveryDays} 天</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
