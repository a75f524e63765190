"use client";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { endSession, signOutEverywhere } from "./actions";

export type SessionLine = { id: string; device: string; since: string; seen: string; here: boolean };

/** This phone opens nothing by itself either, once everything is ended. What was not sent stays, sealed. */
async function outEverywhere(): Promise<void> {
  if ("indexedDB" in window) await letGo().catch(() => undefined);
  await signOutEverywhere();
}

async function letGo(): Promise<void> {
  const [{ openShelf }, { unlearn }] = await Promise.all([import("@/app/_phone/shelf"), import("@/app/_phone/lock")]);
  await unlearn(await openShelf());
}

/** Where I am signed in: one line a device, each with a way to end it. */
export function SessionLines({ sessions }: { sessions: readonly SessionLine[] }) {
  const [trouble, setTrouble] = useState<string>();
  const [ending, setEnding] = useState<string>();
  const end = async (sessionId: string) => {
    setEnding(sessionId);
    const outcome = await endSession({ sessionId }).catch(() => undefined);
    setTrouble(outcome?.ok ? undefined : (outcome?.message ?? "没能连上服务器，过一会儿再试"));
    setEnding(undefined);
  };
  return (
    <Card title="登录中的设备" flush>
      <ul className="divide-y divide-line">
        {sessions.map(({ id, device, since, seen, here }) => (
          <li key={id} className="flex min-h-tap flex-wrap items-center gap-x-3 px-3 py-1">
            <span>{device} {here && <Badge tone="ok">这台设备</Badge>}</span>
            <span className="text-sm text-ink-2">{since} 登录，{seen} 用过</span>
            {!here && <Button size="row" className="ml-auto" busy={ending === id} onClick={() => void end(id)}>退出这台</Button>}
          </li>
        ))}
      </ul>
      {trouble && <p role="alert" className="px-3 py-2 text-danger">{trouble}</p>}
      <form action={() => outEverywhere()} className="border-t border-line p-3"><Button type="submit">退出所有设备</Button></form>
    </Card>
  );
}
