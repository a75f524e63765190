import type { Metadata } from "next";
import { connection } from "next/server";
import { To } from "@/app/_ui/to";
import { ActivateCard } from "./activate-form";

export const metadata: Metadata = { title: "用激活码设密码" };

export default async function ActivatePage() {
  await connection(); // a page made at build time would carry no nonce
  return (
    <main id="main" className="mx-auto grid max-w-sm gap-4 px-4 py-[6vh]">
      <h1>用激活码设密码</h1>
      <p className="text-ink-2">激活码在系统管理员给你的纸条上，48 小时内用一次就作废。忘了密码，也找系统管理员要一张。</p>
      <ActivateCard />
      <To href="/sign-in" className="link inline-flex min-h-tap items-center">已有密码，去登录</To>
    </main>
  );
}
