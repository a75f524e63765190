import type { ReactNode } from "react";
import type { Tone } from "@/app/_ui/badge";
import { DialogButton } from "@/app/_ui/dialog";
import { type Column, List } from "@/app/_ui/list";
import type { AccountRow } from "@/lib/accounts/reads-admin";
import { type AccountState, accountState } from "@/lib/words/account";
import { role } from "@/lib/words/person";
import { AccountDeeds } from "./account-deeds";

type Props = { accounts: readonly AccountRow[]; mine: string };

const tones: Record<AccountState, Tone> = { active: "ok", unopened: "info", locked: "warn", disabled: "neutral" };

const columns: Column[] = [
  { head: "姓名", card: "title", opens: true }, { head: "账号" }, { head: "角色", room: "lines" }, { head: "部门" },
  { head: "状态", card: "aside" }, { head: "操作", deeds: true },
];

/** Whether each person can get in, and what the admin may do about it. Never when or how often they come. */
export function AccountList({ accounts, mine }: Props) {
  const rows = accounts.map((account) => ({
    key: account.id,
    href: `/people/${account.personId}`,
    cells: [
      account.person, account.name, account.roles.map(role.label).join("、"), account.department,
      { tone: tones[account.state], word: accountState.label(account.state) }, deedsOf(account, mine),
    ],
  }));
  return <List caption="账号" columns={columns} rows={rows} />;
}

function deedsOf(account: AccountRow, mine: string): ReactNode {
  if (account.personId === mine || account.leftOn) return <span className="text-sm text-ink-2">{account.leftOn ? "已离岗" : "自己的账号"}</span>;
  return (
    <DialogButton label="管理账号" title={`${account.person} 的账号`} size="row" variant="quiet">
      <AccountDeeds account={{ id: account.id, name: account.name, person: account.person, state: account.state, sessions: account.sessions }} />
    </DialogButton>
  );
}
