"use client";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Fieldset } from "@/app/_ui/fieldset";
import type { Candidate } from "@/lib/defences/reads-page";

const SHOWN = 6;

type Props = { candidates: readonly Candidate[]; chosen: readonly string[]; error: string | undefined; choose: (ids: string[]) => void };

/** Who judges, found by name, pinyin or initials; who would have to stand back says so before being chosen. */
export function PlanJudges({ candidates, chosen, error, choose }: Props) {
  const [typed, setTyped] = useState("");
  const asked = typed.trim().toLowerCase();
  const seated = chosen.flatMap((id) => candidates.find((one) => one.id === id) ?? []);
  const free = candidates.filter(({ id }) => !chosen.includes(id));
  const found = (asked ? free.filter(({ key, department }) => key.includes(asked) || department.includes(asked)) : free.filter(({ judge, recused }) => judge && !recused)).slice(0, SHOWN);
  const add = (id: string) => {
    choose([...chosen, id]);
    setTyped("");
  };
  return (
    <Fieldset legend={`评委（${seated.length}）`} id="judgeIds" error={error}>
      <ol className="divide-y divide-line">
        {seated.map((one, n) => (
          <li key={one.id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1">{n + 1} 号 <b>{one.name}</b> <Aside one={one} /></span>
            <Button size="row" variant="quiet" aria-label={`去掉评委 ${one.name}`} onClick={() => choose(chosen.filter((id) => id !== one.id))}>去掉</Button>
          </li>
        ))}
      </ol>
      <input id="judgeIds" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} className="mt-1.5" autoComplete="off"
        aria-label="找评委" placeholder="姓名、拼音、首字母或部门" enterKeyHint="search" onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} />
      <ul aria-label="可以选的评委" className="divide-y divide-line">
        {found.map((one) => (
          <li key={one.id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1">{one.name} <Aside one={one} /></span>
            <Button size="row" aria-label={`选为评委：${one.name}`} onClick={() => add(one.id)}>选为评委</Button>
          </li>
        ))}
        {asked && found.length === 0 && <li className="py-2.5 text-sm text-ink-2">没有找到“{typed.trim()}”。评委要有评委、导师、村社干部、党建办或镇领导角色</li>}
      </ul>
    </Fieldset>
  );
}

const Aside = ({ one: { department, recused } }: { one: Candidate }) => (
  <>
    <span className="text-sm text-ink-2">{department}</span>
    {recused && <span className="block text-sm"><Badge tone="warn" word="要回避" /> {recused}</span>}
  </>
);
