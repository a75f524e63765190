import { Card } from "@/app/_ui/card";
import type { HouseholdFile } from "@/lib/households/reads-file";
import { MemberLeavesButton } from "../leaving-buttons";
import { AddMemberButton, ReviseMemberButton } from "../member-buttons";
import { UnmaskButton } from "../unmask-button";
import { Opened } from "./facts-card";
import { Proposals } from "./proposals";

/** 家庭成员: a child under 14 is counted; who may not read a name reads a surname. */
export function FamilyCard({ file, today }: { file: HouseholdFile; today: string }) {
  const { id: householdId, members, hiddenMinors } = file;
  const hidden = hiddenMinors > 0 || members.some((member) => !member.shown);
  const opened = file.open.some((opening) => opening.field === "members");
  return (
    <Card title="家庭成员" aside={file.keeps && <AddMemberButton householdId={householdId} />}>
      {members.length + hiddenMinors === 0 && <p className="text-ink-2">还没有登记家庭成员</p>}
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <li key={member.id} className="flex min-h-row flex-wrap items-center gap-x-2 py-0.5">
            <span className="flex-1">{member.name} · {member.relation}{member.birthYear && ` · ${member.birthYear} 年生`}</span>
            {file.keeps && <ReviseMemberButton householdId={householdId} member={member} />}
            {file.ends && <MemberLeavesButton householdId={householdId} memberId={member.id} name={member.name} today={today} />}
          </li>
        ))}
        {hiddenMinors > 0 && <li className="py-1 text-ink-2">未成年 {hiddenMinors} 人</li>}
      </ul>
      <Proposals file={file} kind="members" />
      <div className="mt-2 empty:hidden">
        {hidden && !opened && file.opens && <UnmaskButton householdId={householdId} field="members" label="查看家庭成员" confirms={file.confirms} />}
        <Opened file={file} field="members" />
      </div>
    </Card>
  );
}
