import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { progressOf } from "@/lib/imports/progress";
import { earlierImport, importOf } from "@/lib/imports/reads";
import { clockOf } from "@/lib/kernel/calendar";
import { idFrom } from "@/lib/kernel/id";
import { importKind } from "@/lib/words/import";
import { ImportSteps } from "./import-steps";
import { Matching } from "./matching";
import { Preview } from "./preview";
import { Standing } from "./standing";

export const metadata: Metadata = { title: "导入" };

export default async function ImportPage({ params, searchParams }: PageProps<"/imports/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"import">((await params).id);
  const file = mayOpen.imports(desk.me) && id ? await importOf(desk, id) : undefined;
  if (!file) notFound();
  const progress = progressOf(file.id);
  const earlier = file.state === "checked" ? await earlierImport(desk, file) : undefined;
  return (
    <div className="grid gap-3">
      <PageHead title={`导入${importKind.label(file.kind)}`} back={{ href: `/imports?kind=${file.kind}`, label: "回到导入" }}
        meta={<span className="break-all">{file.fileName} · {file.by} {clockOf(file.at)}</span>} />
      <ImportSteps state={file.state} running={!!progress && !progress.ended} />
      <Standing file={file} progress={progress} earlier={earlier} today={desk.me.today} />
      {file.head && file.state === "checked" && <Matching key={file.id} file={file} head={file.head} />}
      {file.head && <Preview desk={desk} file={file} head={file.head} asked={await searchParams} />}
    </div>
  );
}
