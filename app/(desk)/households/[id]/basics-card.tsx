import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import type { GridChoice } from "@/lib/households/reads";
import type { HouseholdFile } from "@/lib/households/reads-file";
import { LeaveButton, TakeBackButton } from "../leaving-buttons";
import { ReviseButton } from "../revise-button";
import { UnmaskButton } from "../unmask-button";
import { Opened } from "./facts-card";

type Props = { file: HouseholdFile; grids: readonly GridChoice[]; today: string };

/** Who lives where, and how to reach them. */
export function BasicsCard({ file, grids, today }: Props) {
  const { id: householdId, version, groupName } = file;
  const keep = file.keeps && file.nameShown && !file.leftOn && (
    <ReviseButton grids={grids} home={{ householdId, version, groupName, householder: file.name, address: file.address ?? "", gridId: file.gridId ?? "" }} />
  );
  const end = file.ends && (file.leftOn ? <TakeBackButton {...{ householdId, version }} /> : <LeaveButton {...{ householdId, version, today }} />);
  return (
    <Card title="基本情况">
      <FactsList facts={[
        { label: "户主", value: <Name file={file} /> },
        { label: "住址", value: file.address ?? (file.opens ? "和姓名一起打开" : "不对你开放") },
        { label: "组 / 网格", value: [file.groupName, file.grid].filter(Boolean).join(" / ") || null },
        { label: "联系电话", value: <Phone file={file} /> },
        { label: "包户", value: file.keepers.join("、") || "还没有人包户" },
        ...(file.leftOn ? [{ label: "已离开", value: file.leftOn }] : []),
      ]} />
      {(keep || end) && <div className="mt-3 flex flex-wrap gap-2">{keep}{end}</div>}
    </Card>
  );
}

function Name({ file }: { file: HouseholdFile }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {file.name}
      {!file.nameShown && file.opens && <UnmaskButton householdId={file.id} field="name" label="查看姓名" confirms={file.confirms} />}
      <Opened file={file} field="name" />
    </span>
  );
}

function Phone({ file }: { file: HouseholdFile }) {
  if (file.open.some((opening) => opening.field === "phone"))
    return <span className="flex flex-wrap items-center gap-x-2">{file.phone ? <a href={`tel:${file.phone}`}>{file.phone}</a> : "没有登记"}<Opened file={file} field="phone" /></span>;
  return file.opensPhone ? <UnmaskButton householdId={file.id} field="phone" label="查看电话" /> : "不对你开放";
}
