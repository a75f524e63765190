import { Notice } from "@/app/_ui/notice";
import { importColumns, missingColumns, whyNot } from "@/lib/imports/columns";
import type { ImportFile } from "@/lib/imports/reads";
import { type Head, quoted } from "@/lib/imports/told";
import { MappingForm } from "./mapping-form";

/** 自动配列: shut while everything fell into place, open while a required column has none. */
export function Matching({ file, head }: { file: ImportFile; head: Head }) {
  const missing = missingColumns(file.kind, head.mapping);
  const out = head.header.filter((_, at) => head.mapping[at] === "");
  const columns = head.header.map((name, at) => ({ name: name || `第 ${at + 1} 列`, sample: quoted(file.sample[at] ?? ""), chosen: head.mapping[at] ?? "", why: whyNot(name) ?? "" }));
  const options = importColumns(file.kind).map(({ key, title, required }) => ({ value: key, label: required ? `${title}（一定要有）` : title }));
  return (
    <details open={missing.length > 0} className="rounded-2 border border-line bg-bg">
      <summary className="min-h-tap cursor-pointer px-3 py-2">
        <span className="font-semibold">自动配列</span>
        <span className="ml-2 text-sm text-ink-2">
          配上 {head.header.length - out.length} 列{out.length > 0 && `，不导入：${out.map((name) => name || "没有名字的列").join("、")}`}
        </span>
      </summary>
      <div className="grid gap-3 border-t border-line p-3">
        {missing.length > 0 && <Notice tone="warn" title={`还没有配上：${missing.join("、")}`}>在下面给它选一列，或者在表里加上再上传</Notice>}
        <MappingForm importId={file.id} columns={columns} options={options} />
      </div>
    </details>
  );
}
