import type { ReactNode } from "react";
import { Card } from "@/app/_ui/card";
import { Hash } from "../hash";

export type Value = { label: string; value: ReactNode };

/** What it was reckoned from, value by value: to be read aloud, copied down, or compared with a photo. */
export const ValuesCard = ({ values }: { values: readonly Value[] }) => (
  <Card title="用到的值" flush>
    <dl className="divide-y divide-line">
      {values.map(({ label, value }) => (
        <div key={label} className="grid gap-0.5 px-3 py-2 sm:grid-cols-[8em_1fr] sm:gap-3">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  </Card>
);

/** An id as it stands in the material. */
export const idValue = (label: string, id: string): Value => ({ label, value: <code className="text-xs break-all sm:text-sm">{id}</code> });

export const hash = (label: string, of: string | null | undefined, without = "还没有"): Value => ({ label, value: of ? <Hash of={of} /> : without });
