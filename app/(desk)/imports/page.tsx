import FileUp from "lucide-react/icons/file-up";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonClass } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { importsPage } from "@/lib/imports/reads";
import { idFrom } from "@/lib/kernel/id";
import { importKind } from "@/lib/words/import";
import { ImportList } from "./import-list";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "导入" };

export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const desk = await openDesk();
  if (!mayOpen.imports(desk.me)) notFound();
  const asked = await searchParams;
  const kind = importKind.from([asked.kind].flat()[0]) ?? "households";
  const before = idFrom<"import">([asked.before].flat()[0]);
  const { rows, next } = await importsPage(desk, before);
  const label = importKind.label(kind);
  return (
    <div className="grid gap-3">
      <PageHead title="导入" />
      <Tabs label="导入哪一种" tabs={importKind.options.map((one) => ({ href: `/imports?kind=${one.value}`, label: one.label, current: one.value === kind }))} />
      <div className="grid gap-3 lg:grid-cols-2">
        <Card title="1 下载模板">
          <p className="mb-2.5 text-ink-2">模板里有下拉列表和填写说明。手头已有表格的，直接选文件，列名不一样也认得。</p>
          <a href={`/api/v1/imports/template?kind=${kind}`} download className={buttonClass()}>下载{label}模板</a>
        </Card>
        <Card title="2 选文件"><UploadForm key={kind} kind={kind} /></Card>
      </div>
      {rows.length > 0 && <ImportList rows={rows} />}
      {rows.length === 0 && <Empty icon={<FileUp aria-hidden />} title="还没有导入过">选好文件后先预检：每一行会新增、更新还是跳过，哪一格要改，都看得到，再决定导不导入</Empty>}
      <Pager nextHref={next && `/imports?kind=${kind}&before=${next}`} firstHref={before && `/imports?kind=${kind}`} />
    </div>
  );
}
