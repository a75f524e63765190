"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Progress } from "@/app/_ui/progress";
import { call } from "../call";

type Told = { running: boolean; done?: number; of?: number };
type RunningProps = { importId: string; phase: "apply" | "undo"; done: number; of: number };

/** Asks every half second how far it is, and shows the page anew when it is over. A dropped signal is asked again. */
export function Running({ importId, phase, done, of }: RunningProps) {
  const router = useRouter();
  const [at, setAt] = useState(done);
  const [refused, setRefused] = useState<string>();

  useEffect(() => {
    const clock = setInterval(() => void ask(), 500);
    const ask = async () => {
      const response = await fetch(`/api/v1/imports/${importId}/progress`, { cache: "no-store" }).catch(() => undefined);
      const told = (await response?.json().catch(() => undefined)) as Told | undefined;
      if (!told) return;
      if (told.done !== undefined) setAt(told.done);
      if (!told.running) {
        clearInterval(clock);
        router.refresh();
      }
    };
    return () => clearInterval(clock);
  }, [importId, router]);

  const cancel = async () => {
    const said = await call(`/api/v1/imports/${importId}/cancel`);
    setRefused(said.ok ? undefined : said.message);
  };

  return (
    <section aria-label="进度" className="grid gap-2 rounded-2 border border-line bg-bg p-3">
      <Progress label={phase === "apply" ? "正在导入" : "正在撤销"} done={at} of={of} />
      <p className="text-sm text-ink-2">可离开本页，做完后在“导入”里能看到结果。全部做完才算数，中途停下什么也不会写进去。</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void cancel()}>{phase === "apply" ? "取消导入" : "取消撤销"}</Button>
        {refused && <p role="alert" className="text-danger">▲ {refused}</p>}
      </div>
    </section>
  );
}
