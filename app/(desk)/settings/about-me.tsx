import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { To } from "@/app/_ui/to";
import { aboutMe } from "@/lib/accounts/reads";
import type { Desk } from "@/lib/gate/desk";
import { role } from "@/lib/words/person";

/** Who the town takes me for. What is wrong here, the office mends. */
export async function AboutMe({ desk }: { desk: Desk }) {
  const { me } = desk;
  const about = await aboutMe(desk);
  const facts = [
    { label: "姓名", value: me.name },
    { label: "账号", value: about.account ?? "还没有账号" },
    { label: "角色", value: me.roles.map(role.label).join("、") },
    { label: "部门", value: [about.department, about.title].filter(Boolean).join(" · ") || "没有登记" },
    { label: "联系村社", value: about.villages.join("、") || "还没有安排" },
    ...(me.is("cadre") ? [{ label: "导师", value: about.mentors.join("、") || "还没有结对" }] : []),
    ...(me.is("mentor") ? [{ label: "学员", value: about.mentees.join("、") || "还没有结对" }] : []),
  ];
  return (
    <Card title="我的资料" aside={<To href={`/people/${me.id}`} className="link inline-flex min-h-tap items-center">看我的人员页</To>}>
      <FactsList facts={facts} />
      <p className="mt-2 text-sm text-ink-2">资料不对，找党建办修改。</p>
    </Card>
  );
}
