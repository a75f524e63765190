"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { call } from "../call";

/** Starts a long deed; the page it comes back to shows how far it is. */
function useStart(path: string) {
  const router = useRouter();
  const [state, setState] = useState<{ busy: boolean; refused?: string | undefined }>({ busy: false });
  const start = async () => {
    setState({ busy: true });
    const said = await call(path);
    setState({ busy: false, refused: said.ok ? undefined : said.message });
    router.refresh();
  };
  return { ...state, start: () => void start() };
}

const Refused = ({ words }: { words: string | undefined }) => (words ? <p role="alert" className="basis-full text-danger">▲ {words}</p> : null);

export function ApplyButton({ importId, rows }: { importId: string; rows: number }) {
  const { busy, refused, start } = useStart(`/api/v1/imports/${importId}/apply`);
  return (
    <>
      <Button variant="primary" busy={busy} onClick={start}>导入 {rows.toLocaleString("zh-CN")} 行</Button>
      <Refused words={refused} />
    </>
  );
}

export function UndoButton({ importId, rows }: { importId: string; rows: number }) {
  const { busy, refused, start } = useStart(`/api/v1/imports/${importId}/undo`);
  return (
    <DialogButton label="撤销这次导入" title="撤销这次导入" variant="danger">
      <div className="grid gap-3">
        <p>{rows.toLocaleString("zh-CN")} 行里，新增的会去掉，更新的会恢复成原来的内容。导入之后已经有走访、或者有人改过的，会保留并列出来。</p>
        <Refused words={refused} />
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" busy={busy} onClick={start}>撤销这次导入</Button>
          <Button variant="quiet" data-close>先不撤销</Button>
        </div>
      </div>
    </DialogButton>
  );
}
