"use client";
import { useState } from "react";
import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { Pack } from "@/app/api/v1/pack/route";

const SHOWN = 8;

/** 我的农户, as they were when they were taken along: the masked name, the place, the last visit, what is open. */
export function OfflineHomes({ homes }: { homes: Pack["homes"] }) {
  const [typed, setTyped] = useState("");
  const asked = typed.trim();
  const found = homes.filter(({ name, place }) => `${name}${place}`.includes(asked));
  return (
    <Card title={`我的农户 ${homes.length}`} flush>
      {homes.length > SHOWN && <div className="px-3 py-2.5"><input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} aria-label="找农户" placeholder="姓、村或组" /></div>}
      <ul className="divide-y divide-line">
        {found.slice(0, asked ? homes.length : SHOWN).map((home) => (
          <li key={home.id}>
            <To href={`/visits/new?household=${home.id}`} className="grid min-h-tap px-3 py-1.5 hover:bg-bg-2">
              <span className="truncate"><b className="font-semibold">{home.name}</b> · {home.place}</span>
              <span className="truncate text-sm text-ink-2">{[home.last, home.matters].filter(Boolean).join(" · ")}</span>
            </To>
          </li>
        ))}
        {found.length === 0 && <li className="px-3 py-2.5 text-sm text-ink-2">没有找到“{asked}”</li>}
      </ul>
      {!asked && homes.length > SHOWN && <p className="px-3 py-2 text-sm text-ink-2">先列 {SHOWN} 户，其余的用上面的框找</p>}
    </Card>
  );
}
