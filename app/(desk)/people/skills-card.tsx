import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { FactsList } from "@/app/_ui/facts-list";
import type { Desk } from "@/lib/gate/desk";
import type { Person } from "@/lib/people/reads";
import { skillsOf } from "@/lib/people/reads-skills";
import { type Skill, skill } from "@/lib/words/skill";
import { SkillsForm } from "./skills-form";

const wordsOf = (all: readonly Skill[]) => all.map(skill.label).join("、") || "还没有登记";

/** 专长 and 想学, for those who pair: whoever has them to say and the office enter them, everybody reads them. */
export async function SkillsCard({ desk, person }: { desk: Desk; person: Person }) {
  const { offers, wants } = await skillsOf(desk, person.id);
  const pairs = person.roles.includes("cadre") || person.roles.includes("mentor");
  if (!pairs && offers.length + wants.length === 0) return null;
  const mine = person.id === desk.me.id;
  const may = !person.leftOn && (desk.me.is("office") || (mine && desk.me.is("cadre", "mentor")));
  return (
    <Card title="专长和想学">
      <FactsList facts={[{ label: "专长", value: wordsOf(offers) }, { label: "想学", value: wordsOf(wants) }]} />
      {may && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <DialogButton label="修改专长和想学" title={mine ? "我的专长和想学" : `${person.name} 的专长和想学`} size="row">
            <SkillsForm personId={person.id} offers={offers} wants={wants} />
          </DialogButton>
          <span className="text-sm text-ink-2">配结对时参考，不作为考核依据</span>
        </div>
      )}
    </Card>
  );
}
