"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { call } from "../call";

type Column = { name: string; sample: string; chosen: string; why: string };
type MappingFormProps = { importId: string; columns: readonly Column[]; options: readonly { value: string; label: string }[] };

/** One choice for each column of the file. */
export function MappingForm({ importId, columns, options }: MappingFormProps) {
  const router = useRouter();
  const [state, setState] = useState<{ busy: boolean; refused?: string | undefined }>({ busy: false });

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll("column");
    setState({ busy: true });
    const said = await call(`/api/v1/imports/${importId}/columns`, JSON.stringify({ columns: chosen }));
    if (said.ok && said.id) return router.replace(`/imports/${said.id}`);
    setState({ busy: false, refused: said.message });
  };

  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {columns.map(({ name, sample, chosen, why }, at) => (
          <label key={at} className="grid min-w-0 content-start gap-1">
            <span className="truncate font-semibold">{name}</span>
            <select name="column" defaultValue={chosen}>
              <option value="">不导入</option>
              {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
            </select>
            <span className="truncate text-sm text-ink-2">{why || (sample ? `第一行：${sample}` : "第一行是空的")}</span>
          </label>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={state.busy}>按这样配列重新预检</Button>
        {state.refused && <p role="alert" className="text-danger">▲ {state.refused}</p>}
      </div>
    </form>
  );
}
