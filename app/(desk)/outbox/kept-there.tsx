"use client";
import { useItems } from "@/app/_phone/use-items";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";

export type Kept = { id: string; door: string; outcome: string };

/** What the server keeps of mine and this phone does not have: written on another one, or deleted here. */
export function KeptThere({ kept }: { kept: readonly Kept[] }) {
  const here = useItems();
  const others = here ? kept.filter(({ id }) => !here.items.some((item) => item.id === id)) : [];
  if (others.length === 0) return null;
  return (
    <Card title={`存在系统里的 ${others.length}`} flush>
      <ul aria-label="存在系统里的" className="divide-y divide-line">
        {others.map(({ id, door, outcome }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
            <p className="min-w-0"><b className="font-semibold">{door}</b><span className="block text-sm text-ink-2">{outcome}</span></p>
            <LinkButton href={`/parked/${id}`}>看这一条</LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
