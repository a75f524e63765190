import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty, EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { countProblems, problemsPage, villagesOfProblems, villagesToRaiseFor } from "@/lib/problems/reads";
import { momentText } from "../moment-cursor";
import { addressOf, filterOf, isFiltered, nothingWords, viewOf } from "./list-address";
import { ProblemFilters } from "./problem-filters";
import { ProblemList } from "./problem-list";

export const metadata: Metadata = { title: "问题" };

export default async function ProblemsPage({ searchParams }: PageProps<"/problems">) {
  const desk = await openDesk();
  if (!mayOpen.problems(desk.me)) notFound();
  const asked = filterOf(await searchParams);
  const [{ rows, next }, total, open, villages, mine] = await Promise.all([
    problemsPage(desk, asked.filter, asked.after), countProblems(desk, asked.filter), countProblems(desk, { open: true }),
    villagesOfProblems(desk), villagesToRaiseFor(desk),
  ]);
  const raise = mine.length > 0 && <LinkButton variant="primary" href="/problems/new">登记问题</LinkButton>;
  const clear = addressOf(viewOf(asked));
  const pageHref = (after: string | undefined) => addressOf({ ...asked.query, after });
  const village = villages.find(({ id }) => id === asked.filter.villageId)?.name;
  const tabs = [
    { href: addressOf({}), label: "全部", current: !asked.filter.open && !asked.filter.mine },
    { href: addressOf({ open: "1" }), label: "在办", count: open, current: !!asked.filter.open },
    { href: addressOf({ mine: "1" }), label: "我登记或经办的", current: !!asked.filter.mine },
  ];
  return (
    <div className="grid gap-2.5">
      <PageHead title="问题" actions={raise} />
      <Tabs label="看哪些问题" tabs={tabs} />
      <ProblemFilters asked={asked} villages={villages} clearHref={isFiltered(asked) ? clear : undefined} />
      {rows.length > 0 && <ProblemList rows={rows} today={desk.me.today} />}
      {rows.length === 0 && isFiltered(asked) && <EmptyFilter text={nothingWords(asked, village)} clearHref={clear} />}
      {rows.length === 0 && !isFiltered(asked) && (
        <Empty title={nothingWords(asked, undefined)} action={raise}>走访时选了“有，要上报”，或村里、网格登记的事，会出现在这里。</Empty>
      )}
      <Pager nextHref={next && pageHref(momentText(next))} firstHref={asked.after && pageHref(undefined)}>
        共 {total} 件
      </Pager>
    </div>
  );
}
