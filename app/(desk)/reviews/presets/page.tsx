import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { myPresets } from "@/lib/visits/reads-reviews";
import { PresetsCard } from "./presets-form";

export const metadata: Metadata = { title: "批阅常用语" };

export default async function PresetsPage() {
  const desk = await openDesk();
  if (!mayOpen.review(desk.me)) notFound();
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <PageHead title="批阅常用语" back={{ href: "/reviews", label: "回到批阅" }} meta="请作者补充时一点就填上，只有你自己用" />
      <PresetsCard phrases={await myPresets(desk)} />
    </div>
  );
}
