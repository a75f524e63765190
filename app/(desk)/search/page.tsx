import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/page-head";
import { SearchPanel } from "@/app/_ui/search-panel";
import { openDesk } from "@/lib/gate/session";

export const metadata: Metadata = { title: "搜索" };

export default async function SearchPage() {
  await openDesk();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:max-w-3xl">
      <PageHead title="搜索" />
      <SearchPanel />
    </div>
  );
}
