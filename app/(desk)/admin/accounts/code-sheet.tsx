"use client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Slip } from "@/lib/accounts/acts-admin";

const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Paper to cut into slips, one a person. Closing the window is the end of it. */
export function CodeSheet({ slips }: { slips: readonly Slip[] }) {
  return (
    <div className="code-sheet grid gap-3">
      <Notice tone="warn" className="no-print" title="只显示这一次" action={<Button onClick={() => window.print()}>打印纸条</Button>}>关掉窗口就再也看不到了，丢了只能重发</Notice>
      <ul className="grid gap-2">
        {slips.map(({ account, name, code, until }) => (
          <li key={account} className="grid break-inside-avoid gap-1 rounded-1 border border-dashed border-control p-3">
            <span><b>{name}</b> · 账号 <code className="select-all">{account}</code></span>
            <code className="text-lg break-all select-all">{code}</code>
            <span className="text-sm text-ink-2">{clock.format(until)} 前，打开登录页点“用激活码设密码”。只能用一次，不要拍照转发</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
