import type { ReactNode } from "react";
import { Badge, type Tone } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import type { AccountRow } from "@/lib/accounts/reads-admin";
import { type AccountState, accountState } from "@/lib/words/account";
import { role } from "@/lib/words/person";
import { AccountDeeds } from "./account-deeds";

type Props = { accounts: readonly AccountRow[]; mine: string };

const tones: Record<AccountState, Tone> = { active: "ok", unopened: "info", locked: "warn", disabled: "neutral" };
const stateOf = ({ state }: AccountRow) => <Badge tone={tones[state]}>{accountState.label(state)}</Badge>;

/** Whether each person can get in, and what the admin may do about it. Never when or how often they come. */
export function AccountList({ accounts, mine }: Props) {
  const deeds = (account: AccountRow): ReactNode =>
    account.personId === mine || account.leftOn ? null : (
      <DialogButton label="管理账号" title={`${account.person} 的账号`} size="row" variant="quiet">
        <AccountDeeds account={{ id: account.id, name: account.name, person: account.person, state: account.state, sessions: account.sessions }} />
      </DialogButton>
    );
  return (
    <>
      <CardList label="账号" className="lg:hidden">
        {accounts.map((account) => (
          <CardRow key={account.id} title={account.person} aside={stateOf(account)} meta={`${account.name} · ${account.roles.map(role.label).join("、")}`} actions={deeds(account)} />
        ))}
      </CardList>
      <Table caption="账号" className="max-lg:hidden">
        <thead><tr><Th>姓名</Th><Th>账号</Th><Th>角色</Th><Th>部门</Th><Th>状态</Th><Th actions>操作</Th></tr></thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <Th scope="row"><To href={`/people/${account.personId}`} className="link">{account.person}</To></Th>
              <Td>{account.name}</Td>
              <Td>{account.roles.map(role.label).join("、")}</Td>
              <Td>{account.department}</Td>
              <Td>{stateOf(account)}</Td>
              <Td actions>{deeds(account) ?? <span className="text-sm text-ink-2">{account.leftOn ? "已离岗" : "自己的账号"}</span>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
