import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { FactsList } from "@/app/_ui/facts-list";
import { To } from "@/app/_ui/to";
import { stateOf } from "@/lib/accounts/rules";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import { accountOf, type Person } from "@/lib/people/reads";
import { accountState } from "@/lib/words/account";
import { RenameCard } from "./person-deeds";

/** For the office, the admin and the owner: whether the person can get in. Never when or how often they do. */
export async function AccountCard({ desk, person }: { desk: Desk; person: Person }) {
  const account = await accountOf(desk, person.id);
  if (!account) return null;
  const state = stateOf(account, desk.now);
  const facts = [
    { label: "账号", value: account.name },
    { label: "状态", value: <Badge tone={state === "active" ? "ok" : "warn"}>{accountState.label(state)}</Badge> },
    { label: "开通", value: account.activatedAt ? dayOf(account.activatedAt) : "还没有用激活码设密码" },
  ];
  return (
    <Card title="账号" aside={desk.me.is("admin") && <To href={`/admin/accounts?q=${encodeURIComponent(account.name)}`} className="link inline-flex min-h-row items-center">管理账号</To>}>
      <FactsList facts={facts} />
      {desk.me.is("office") && !person.leftOn && (
        <div className="mt-2"><DialogButton label="修改账号名" title="修改账号名" size="row"><RenameCard account={account} /></DialogButton></div>
      )}
    </Card>
  );
}
