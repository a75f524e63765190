import { deskOfRequest } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { materialOfPlan } from "@/lib/quizzes/material";
import { planVerified } from "@/lib/quizzes/reads-plans";
import { nothing, textFile } from "../../../../text-file";

/** 核对材料 of one plan. */
export async function GET(_: Request, { params }: RouteContext<"/quizzes/plans/[id]/verify/material">): Promise<Response> {
  const desk = await deskOfRequest();
  const id = idFrom<"quizPlan">((await params).id);
  const verified = desk && id && desk.me.is("office", "auditor") ? await planVerified(desk, id) : undefined;
  if (!verified?.frame) return nothing();
  const { plan, frame, secret, draws } = verified;
  const { frameHash, secretHash } = plan;
  const [draw] = draws;
  return textFile(`计划核对材料 ${plan.quarter}.txt`, materialOfPlan(plan.id, { frameHash, secretHash, frame: frame.text, secret: secret?.secret }, draw && { number: draw.number, pairs: draw.pairs ?? [] }));
}
