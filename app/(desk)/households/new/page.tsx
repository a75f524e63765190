import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { gridsOf, villagesToAddTo } from "@/lib/households/reads";
import { NewHouseholdForm } from "./new-household-form";

export const metadata: Metadata = { title: "添加农户" };

export default async function NewHouseholdPage() {
  const desk = await openDesk();
  const adds = desk.me.is("office", "villageCadre");
  const villages = adds ? await villagesToAddTo(desk) : [];
  if (villages.length === 0) notFound();
  const grids = await gridsOf(desk, villages.map((village) => village.id));
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <PageHead title="添加农户" back={{ href: "/households", label: "回到农户" }} />
      <NewHouseholdForm villages={villages} grids={grids} />
    </div>
  );
}
