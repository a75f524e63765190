import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { ChecksCard } from "./checks-card";
import { HowCard } from "./how-card";
import { ValuesCard } from "./values-card";
import { valuesOf, waitsFor } from "./values";

export const metadata: Metadata = { title: "验证抽户" };

/** 验证抽户: everything stored of the draw is reckoned again each time this page is opened. */
export default async function VerifyPage({ params }: PageProps<"/quizzes/[id]/verify">) {
  const desk = await openDesk();
  const id = idFrom<"quiz">((await params).id);
  const verified = mayOpen.quizzes(desk.me) && id ? await quizVerified(desk, id) : undefined;
  if (!verified) notFound();
  const { checks, frame, secret } = verified;
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <PageHead title="验证抽户" back={desk.me.is("auditor") ? { href: "/quizzes", label: "回到考核" } : { href: `/quizzes/${id}`, label: "回到这次考核" }} />
      <ChecksCard checks={checks} waits={waitsFor(desk, verified)} />
      <ValuesCard values={await valuesOf(desk, verified)} />
      {frame && <HowCard href={`/quizzes/${id}/verify/material`} opened={secret !== undefined} what="户" />}
    </div>
  );
}
