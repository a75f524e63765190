import type { Metadata } from "next";
import { DialogButton } from "@/app/_ui/dialog";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { villagesServed } from "@/lib/villages/reads";
import { AddVillageForm } from "./village-forms";
import { VillageList } from "./village-list";

export const metadata: Metadata = { title: "村社" };

export default async function VillagesPage() {
  const desk = await openDesk();
  const villages = await villagesServed(desk);
  const add = desk.me.is("office") && <DialogButton label="新增村社" title="新增村社" variant="primary"><AddVillageForm /></DialogButton>;
  return (
    <div className="grid gap-3">
      <PageHead title="村社" meta={`共 ${villages.length} 个`} actions={add} />
      {villages.length === 0 && <Empty title="还没有村社" action={add}>村社在建镇时从名单里来，也可以由党建办新增</Empty>}
      {villages.length > 0 && <VillageList villages={villages} homes={mayOpen.households(desk.me)} whole={desk.me.is("office")} />}
    </div>
  );
}
