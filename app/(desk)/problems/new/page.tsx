import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { placeOf, villagesToRaiseFor } from "@/lib/problems/reads";
import { ProblemFormCard } from "../problem-form";

export const metadata: Metadata = { title: "登记问题" };

export default async function NewProblemPage({ searchParams }: PageProps<"/problems/new">) {
  const desk = await openDesk();
  const villages = await villagesToRaiseFor(desk);
  if (villages.length === 0) notFound();
  const household = idFrom<"household">(String((await searchParams).household ?? ""));
  const place = household && (await placeOf(desk, household));
  const villageId = place?.villageId ?? (villages.length === 1 ? villages[0]!.id : "");
  return (
    <div className="grid gap-2.5 lg:max-w-2xl">
      <PageHead title="登记问题" back={{ href: "/problems", label: "回到问题列表" }} />
      <ProblemFormCard villages={villages} place={{ villageId, householdCode: place?.code ?? "" }} />
    </div>
  );
}
