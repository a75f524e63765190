"use client";
import { useMemo, useState } from "react";
import type { Material } from "@/lib/pairings/rules-match";
import { judged, matched, type Move, movedBy, type Plan, still } from "@/lib/pairings/rules-plan";

/** `kept`: whose place was set by hand, a place or none; matching anew leaves them as they are. */
type Hand = { plan: Plan; kept: ReadonlySet<string> };

/** The plan as it stands, and what a hand may do with it. People who have gone meanwhile fall out by themselves. */
export function usePlan(material: Material) {
  const best = useMemo(() => judged(material, matched(material)), [material]);
  const [hand, setHand] = useState<Hand>(() => ({ plan: matched(material), kept: new Set() }));
  const plan = useMemo(() => still(material, hand.plan), [material, hand.plan]);
  const now = useMemo(() => judged(material, plan), [material, plan]);
  const keeping = (kept: ReadonlySet<string>, ids: readonly (string | undefined)[]) => new Set([...kept, ...ids.filter((id) => id !== undefined)]);
  return {
    plan, now, best, kept: hand.kept,
    move: (move: Move) => setHand(({ kept }) => ({ plan: movedBy(plan, move), kept: keeping(kept, [move.menteeId, move.swapId]) })),
    leave: (id: string) => setHand(({ kept }) => ({ plan: new Map([...plan].filter(([menteeId]) => menteeId !== id)), kept: keeping(kept, [id]) })),
    keep: (id: string, on: boolean) => setHand(({ kept }) => ({ plan, kept: new Set(on ? [...kept, id] : [...kept].filter((one) => one !== id)) })),
    matchAnew: () => setHand(({ kept }) => ({ plan: anew(material, plan, kept), kept })),
  };
}

function anew(material: Material, plan: Plan, kept: ReadonlySet<string>): Plan {
  const mentees = material.mentees.filter(({ id }) => plan.has(id) || !kept.has(id));
  return matched({ ...material, mentees }, new Map([...plan].filter(([id]) => kept.has(id))));
}
