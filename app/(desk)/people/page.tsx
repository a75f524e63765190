import type { Metadata } from "next";
import { DialogButton } from "@/app/_ui/dialog";
import { Empty, EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { openDesk } from "@/lib/gate/session";
import { directory, directorySize, villageChoices } from "@/lib/people/reads";
import { AddPersonForm } from "./add-person-form";
import { addressOf, askedOf } from "./people-address";
import { PeopleFilter } from "./people-filter";
import { PeopleList } from "./people-list";

export const metadata: Metadata = { title: "人员" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const desk = await openDesk();
  const { query, filter, filtered } = askedOf(await searchParams);
  const { people, next } = await directory(desk, filter);
  const total = await directorySize(desk, filter);
  const office = desk.me.is("office");
  return (
    <div className="grid gap-3">
      <PageHead title="人员" meta={`共 ${total} 人`} actions={office && (
        <DialogButton label="新增人员" title="新增人员" variant="primary"><AddPersonForm /></DialogButton>
      )} />
      <PeopleFilter query={query} villages={await villageChoices(desk)} pairs={desk.me.is("office", "leader")} filtered={filtered} />
      {people.length > 0 && <PeopleList people={people} />}
      {people.length === 0 && (filtered ? <EmptyFilter text="没有符合筛选的人" clearHref="/people" /> : (
        <Empty title="还没有人员">党建办新增或导入以后，会出现在这里</Empty>
      ))}
      <Pager nextHref={next && addressOf("/people", { ...query, after: next })} firstHref={filter.after && addressOf("/people", { ...query, after: undefined })} />
    </div>
  );
}
