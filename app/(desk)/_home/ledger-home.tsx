import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { lastOfLedger } from "@/lib/dashboard/reads";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";

export async function LedgerHome({ desk }: { desk: Desk }) {
  const { lines, at, today } = await lastOfLedger(desk);
  return (
    <Card title="台账" className="lg:max-w-4xl">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{at ? `共 ${lines.toLocaleString("zh-CN")} 条，今天新增 ${today} 条，最近一条在 ${clockOf(at)}。` : "还没有人做过要记账的事。"}</p>
        <span className="flex flex-wrap gap-2">
          <LinkButton href="/households/openings">看农户查看记录</LinkButton>
          <LinkButton href="/ledger" variant="primary">查看台账</LinkButton>
        </span>
      </div>
    </Card>
  );
}
