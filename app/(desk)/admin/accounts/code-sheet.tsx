"use client";
import { useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Slip } from "@/lib/accounts/acts-admin";

const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The codes on the screen, and a copy on the page itself for the printer: a dialog is left out on paper. */
export function CodeSheet({ slips }: { slips: readonly Slip[] }) {
  const [tray] = useState(() => document.getElementById("slips"));
  return (
    <div className="grid gap-3">
      <Notice tone="warn" title="只显示这一次" action={<Button onClick={() => window.print()}>打印纸条</Button>}>关掉窗口就再也看不到了，丢了只能重发</Notice>
      <Slips slips={slips} />
      {tray && createPortal(<Slips slips={slips} />, tray)}
    </div>
  );
}

/** To cut up, one for each person. */
function Slips({ slips }: { slips: readonly Slip[] }) {
  return (
    <ul className="grid gap-2">
      {slips.map(({ account, name, code, until }) => (
        <li key={account} className="grid break-inside-avoid gap-1 rounded-1 border border-dashed border-control p-3">
          <span><b>{name}</b> · 账号 <code className="select-all">{account}</code></span>
          <code className="text-lg break-all select-all">{code}</code>
          <span className="text-sm text-ink-2">{clock.format(until).replaceAll("/", "-")} 前，打开登录页点“用激活码设密码”。只能用一次，不要拍照转发</span>
        </li>
      ))}
    </ul>
  );
}
