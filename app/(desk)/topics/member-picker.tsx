"use client";
import { useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Fieldset } from "@/app/_ui/fieldset";
import type { MemberChoice } from "@/lib/topics/reads";
import { PersonOptions } from "./person-options";

type Props = { people: readonly MemberChoice[]; chosen: readonly string[]; error: string | undefined; choose: (ids: string[]) => void };

/** 组员, one after the other: chosen in the list, taken in by the button, so that arrow keys take in nobody. */
export function MemberPicker({ people, chosen, error, choose }: Props) {
  const [next, setNext] = useState("");
  const list = useRef<HTMLSelectElement>(null);
  const add = () => {
    if (!next) return list.current?.focus();
    choose([...chosen, next]);
    setNext("");
    list.current?.focus();
  };
  const drop = (id: string) => {
    choose(chosen.filter((one) => one !== id));
    list.current?.focus();
  };
  return (
    <Fieldset legend="组员" id="memberIds" optional error={error} className="sm:col-span-2">
      <div className="flex gap-2 lg:max-w-lg">
        <select ref={list} id="memberIds" aria-label="加一名组员" value={next} onChange={(event) => setNext(event.target.value)}>
          <PersonOptions people={people.filter(({ id }) => !chosen.includes(id))} empty="选择组员" />
        </select>
        <Button onClick={add}>加进组里</Button>
      </div>
      <ul aria-label="选好的组员" className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
        {people.filter(({ id }) => chosen.includes(id)).map(({ id, name }) => (
          <li key={id}><Button size="row" onClick={() => drop(id)} aria-label={`去掉组员 ${name}`}>{name}<span aria-hidden>×</span></Button></li>
        ))}
      </ul>
    </Fieldset>
  );
}
