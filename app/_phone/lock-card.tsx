"use client";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { codeHere, dropCode, setCode } from "./carried";
import { CodeForm } from "./code-form";
import { type Held, isHeld, hold } from "./hold";
import { myOutbox } from "./phone";

type State = "unknown" | "cannot" | "none" | "set" | "asking";

/** 没网也能打开: offered, never forced. `once` where it is only mentioned, and may be put off for good. */
export function LockCard({ once = false, examines = false }: { once?: boolean; examines?: boolean }) {
  const [state, setState] = useState<State>("unknown");
  useEffect(() => {
    void look().then(setState, () => setState("cannot"));
  }, []);
  const hidden = state === "unknown" || (once && (state === "cannot" || state === "set" || isHeld(putOff)));
  if (hidden) return null;
  return (
    <Card title="没网也能打开">
      {state === "cannot" && <p className="text-ink-2">这个浏览器没网时打不开本系统。用手机自带的浏览器打开党建办给的网址，就可以设。</p>}
      {state === "none" && <Offer examines={examines} begin={() => setState("asking")} later={once ? () => { hold(putOff); setState("set"); } : undefined} />}
      {state === "asking" && <CodeForm again submit="设好口令" enter={(code) => setCode(code, !examines).then(() => setState("set"))} />}
      {state === "set" && <Set change={() => setState("asking")} drop={() => void dropCode().then(() => setState("none"))} />}
    </Card>
  );
}

const putOff: Held = "lock-later";

async function look(): Promise<State> {
  const outbox = await myOutbox();
  const [code] = [await codeHere(), await outbox.items()];
  if (outbox.shelf.fleeting().length === 0 && !outbox.shelf.lasting || !("serviceWorker" in navigator)) return "cannot";
  return code?.owner === outbox.owner ? "set" : "none";
}

function Offer({ examines, begin, later }: { examines: boolean; begin: () => void; later: (() => void) | undefined }) {
  return (
    <div className="grid gap-2.5">
      <p>设一个 6 位口令，没有信号时也能打开：{examines ? "继续考核、看待发送" : "记走访、看草稿和待发送、看自己的农户"}。</p>
      <p className="text-sm text-ink-2">{examines ? "手机上只存正在考的那一户，考核表送达就清掉。" : "手机上只存遮住的姓名和村组，没有电话。"}最后一次联网后 72 小时内能打开，输错 5 次或退出登录就清掉。</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={begin}>设口令</Button>
        {later && <Button variant="quiet" onClick={later}>以后再说</Button>}
      </div>
    </div>
  );
}

function Set({ change, drop }: { change: () => void; drop: () => void }) {
  return (
    <div className="grid gap-2.5">
      <Notice tone="ok">设好了。没有信号时打开本系统，输口令就能用</Notice>
      <div className="flex flex-wrap gap-2">
        <Button onClick={change}>换口令</Button>
        <Button onClick={drop}>关掉，清除口令</Button>
      </div>
    </div>
  );
}
