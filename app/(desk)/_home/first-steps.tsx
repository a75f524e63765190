import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import type { Waiting } from "@/lib/dashboard/reads-waiting";
import type { Desk } from "@/lib/gate/desk";
import { countHouseholds } from "@/lib/households/reads";

const steps = [
  { words: "把人员请进来：用表格导入，或在人员页一个个加", href: "/imports", label: "导入人员" },
  { words: "把农户请进来：户、成员和情况都在一张表里，联村包户跟着一起定", href: "/imports", label: "导入农户" },
  { words: "给青年干部配导师", href: "/pairings", label: "去结对" },
  { words: "请系统管理员在“账号”里给每个人发激活码，各人自己设密码", href: "/help", label: "看帮助" },
];

/** A town that was just founded: where to begin. Asked only where nothing but villages and people could be waiting. */
export async function FirstSteps({ desk, waiting }: { desk: Desk; waiting: Waiting }) {
  const lives = waiting.counts.some(({ kind, n }) => n > 0 && kind !== "call" && kind !== "pairing");
  if (lives || (await countHouseholds(desk, {})) > 0) return null;
  return (
    <Card title="从这里开始" flush>
      <ol className="divide-y divide-line">
        {steps.map(({ words, href, label }, at) => (
          <li key={label} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
            <span className="min-w-0 flex-1 basis-56">{at + 1}. {words}</span>
            <LinkButton size="row" href={href}>{label}</LinkButton>
          </li>
        ))}
      </ol>
    </Card>
  );
}
