"use client";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { FieldError } from "@/app/_ui/field";

type Person = { id: string; name: string; note: string; usual?: boolean };
type Props = { legend: string; id: string; people: readonly Person[]; chosen: readonly string[]; error: string | undefined; choose: (ids: string[]) => void };

/** Names to tick, in columns where there is room. */
export function PeopleTicks({ legend, id, people, chosen, error, choose }: Props) {
  const tick = (one: string, on: boolean) => choose(people.map((person) => person.id).filter((other) => (other === one ? on : chosen.includes(other))));
  const usual = people.filter((person) => person.usual).map((person) => person.id);
  return (
    <Card title={`${legend}（${chosen.length} / ${people.length}）`}>
      <div className="mb-1 flex flex-wrap gap-1.5">
        <Button size="row" onClick={() => choose(people.map((person) => person.id))}>全选</Button>
        {usual.length > 0 && <Button size="row" onClick={() => choose(usual)}>只选村社干部</Button>}
        <Button size="row" onClick={() => choose([])}>全不选</Button>
      </div>
      <fieldset aria-label={legend} aria-describedby={`${id}-error`}>
        <Folded many={people.length}>
          <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
            {people.map(({ id: one, name, note }, place) => (
              <label key={one} className="flex min-h-tap items-center gap-2.5 py-1">
                <input type="checkbox" {...(place === 0 && { id })} checked={chosen.includes(one)} onChange={(event) => tick(one, event.target.checked)} />
                <span className="min-w-0">{name} <span className="text-sm text-ink-2">{note}</span></span>
              </label>
            ))}
          </div>
        </Folded>
        <FieldError id={id} error={error} />
      </fieldset>
    </Card>
  );
}

/** A hundred names would push everything else out of sight; the count above says what is chosen. */
const Folded = ({ many, children }: { many: number; children: ReactNode }) =>
  many <= 12 ? children : <details><summary className="link flex min-h-tap cursor-pointer items-center">逐个勾选</summary>{children}</details>;
