import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DialogButton } from "@/app/_ui/dialog";
import { EmptyFilter } from "@/app/_ui/empty";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { accountsPage, unopenedAccounts } from "@/lib/accounts/reads-admin";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { accountState } from "@/lib/words/account";
import { addressOf, firstOf, type Params } from "../../people/people-address";
import { Outside } from "../outside";
import { AccountList } from "./account-list";
import { AllCodesCard } from "./code-forms";

export const metadata: Metadata = { title: "账号" };

export default async function AccountsPage({ searchParams }: PageProps<"/admin/accounts">) {
  const desk = await openDesk();
  if (!mayOpen.accounts(desk.me)) notFound();
  const { query, filter } = askedOf(await searchParams);
  const { accounts, next } = await accountsPage(desk, filter);
  const waiting = (await unopenedAccounts(desk)).length;
  return (
    <div className="grid gap-3 print:[&:has(#slips>*)_.accounts]:hidden">
      <PageHead title="账号" meta={`${waiting} 个还没开通`} actions={waiting > 0 && (
        <DialogButton label={`给未开通的发激活码（${waiting}）`} title={`给 ${waiting} 个未开通的账号发激活码`} wide><AllCodesCard count={waiting} /></DialogButton>
      )} />
      <FilterBar label="筛选账号" action="/admin/accounts" clearHref={query.q || query.state ? "/admin/accounts" : undefined}>
        <FilterField label="姓名"><input name="q" type="search" defaultValue={query.q} placeholder="姓名、拼音或账号" autoComplete="off" /></FilterField>
        <FilterField label="状态">
          <select name="state" defaultValue={query.state}>
            <option value="">全部</option>
            {accountState.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </FilterField>
      </FilterBar>
      <Outside desk={desk} />
      <div id="slips" className="hidden print:block" />
      <div className="accounts grid gap-3">
        {accounts.length > 0 ? <AccountList accounts={accounts} mine={desk.me.id} /> : <EmptyFilter text="没有符合筛选的账号" clearHref="/admin/accounts" />}
      </div>
      <Pager nextHref={next && addressOf("/admin/accounts", { ...query, after: next })} firstHref={filter.after && addressOf("/admin/accounts", { ...query, after: undefined })} />
    </div>
  );
}

function askedOf(params: Params) {
  const query = { q: firstOf(params.q), state: firstOf(params.state), after: firstOf(params.after) };
  const [state, after] = [accountState.from(query.state), idFrom<"person">(query.after)];
  return { query, filter: { ...(query.q && { q: query.q }), ...(state && { state }), ...(after && { after }) } };
}
