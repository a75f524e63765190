"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import type { ImportKind } from "@/lib/words/import";
import { call } from "./call";

const most = 5 * 1024 * 1024;

/** Sends the file as it is; what it holds is judged on the server, row by row. */
export function UploadForm({ kind }: { kind: ImportKind }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return setError("选择要导入的表格");
    if (file.size > most) return setError(`这个文件 ${(file.size / 1024 / 1024).toFixed(1)} MB，超过 5 MB。删掉图片和用不到的工作表，或分成几个文件导入`);
    setError(undefined);
    setBusy(true);
    const said = await call(`/api/v1/imports?kind=${kind}`, file, { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(file.name) });
    if (said.ok && said.id) return router.push(`/imports/${said.id}`);
    setBusy(false);
    setError(said.message);
  };

  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-2.5">
      <Field label="表格文件" id="file" hint=".xlsx .xls .csv，最多 5 MB、20,000 行" error={error}>
        <input type="file" name="file" accept=".xlsx,.xls,.csv,.txt" />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={busy}>上传并预检</Button>
        <p role="status" className="text-sm text-ink-2">{busy ? "正在读表，一万行约 10 秒" : "预检不会改动任何资料"}</p>
      </div>
    </form>
  );
}
