"use client";
import { type ChangeEvent, useState } from "react";
import { isUnsent } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import type { Rescued, takeIn } from "@/app/_phone/rescue";
import { useItems } from "@/app/_phone/use-items";
import { Button, buttonClass } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";

/** 备份文件: for what cannot be sent for days. It says how many came back, and whose it is not. */
export function RescueCard() {
  const found = useItems();
  const unsent = found?.items.filter(isUnsent) ?? [];
  const [said, setSaid] = useState<{ tone: "ok" | "warn"; words: string }>();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) setSaid(wordsFor(await takeFile(file).catch(() => "full" as const)));
    event.target.value = "";
  };
  if (found && !found.sealing) return null; // without sealing there is no file that only its author could read
  return (
    <Card title="备份文件">
      <div className="grid gap-2.5">
        <p className="text-sm text-ink-2">一直发不出去时，把没发送的内容和草稿存成文件。文件是加密的，只有你自己登录后能导回来。</p>
        <div className="flex flex-wrap gap-2">
          {unsent.length > 0 && <Button onClick={() => void save()}>导出备份文件</Button>}
          <label className={`${buttonClass()} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-primary`}>
            导入备份文件
            <input type="file" accept=".json,application/json" className="sr-only" onChange={(event) => void take(event)} />
          </label>
        </div>
        {said && <Notice tone={said.tone}>{said.words}</Notice>}
      </div>
    </Card>
  );
}

/** Needed so seldom that no page carries it along. */
const rescue = () => import("@/app/_phone/rescue");

async function takeFile(file: File) {
  const { takeIn } = await rescue();
  return takeIn(await myOutbox(), await file.text());
}

/** Kept by the browser like any download; its name tells the day. */
async function save(): Promise<void> {
  const { rescueFile } = await rescue();
  const file = await rescueFile(await myOutbox());
  const url = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `qinglan-待发送-${new Date(file.madeAt).toLocaleDateString("sv-SE")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function wordsFor(heard: Awaited<ReturnType<typeof takeIn>> | "full"): { tone: "ok" | "warn"; words: string } {
  if (heard === "unreadable") return { tone: "warn", words: "这不是本系统导出的备份文件，换一个" };
  if (heard === "another's") return { tone: "warn", words: "这是别人的备份文件，由本人登录后导入" };
  if (heard === "full") return { tone: "warn", words: "这部手机现在存不下，腾出空间再导入" };
  return { tone: heard.back > 0 ? "ok" : "warn", words: countOf(heard) };
}

function countOf({ back, newer, shut }: Rescued): string {
  const rest = [newer > 0 && `${newer} 条手机上已有，没有动`, shut > 0 && `${shut} 条打不开`].filter(Boolean);
  return [`导回来 ${back} 条`, ...rest].join("，");
}
