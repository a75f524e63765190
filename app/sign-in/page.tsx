import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Sprout } from "@/app/_ui/sprout";
import { To } from "@/app/_ui/to";
import { townSign } from "@/lib/gate/door";
import { safePath } from "@/lib/gate/safe-path";
import { deskOfRequest, theTown } from "@/lib/gate/session";
import { DemoSigns } from "./demo-signs";
import { SignInCard } from "./sign-in-form";

export const metadata: Metadata = { title: "登录" };

/** The door. Whoever is in already goes where they were going. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl } = await searchParams;
  const next = safePath(typeof callbackUrl === "string" ? callbackUrl : undefined);
  if (await deskOfRequest()) redirect(next as Route);
  const town = await townSign(theTown());
  return (
    <main id="main" className="mx-auto grid max-w-sm gap-4 px-4 py-[6vh] lg:py-[10vh]">
      <header className="grid gap-1">
        <h1 className="flex items-center gap-2"><Sprout /> 登录青蓝</h1>
        <p className="text-ink-2">{town.name} · 青年干部的走访、结对与成长</p>
      </header>
      <SignInCard next={next} />
      <p className="flex flex-wrap items-center gap-x-2">
        第一次登录？
        <To href="/activate" className="link inline-flex min-h-tap items-center">用激活码设密码</To>
      </p>
      {town.demo && <DemoSigns signs={town.signs} />}
    </main>
  );
}
