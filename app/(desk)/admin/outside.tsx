import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import { BACK_DAYS, outside } from "@/lib/notices/reads-outside";

/** 站外提醒 in one line: whether a robot is connected, and what it did not take. */
export async function Outside({ desk }: { desk: Desk }) {
  const { robot, fault, sent, waiting, givenUp } = await outside(desk);
  const today = sent + waiting > 0 && `今天发出 ${sent} 条，等待发出 ${waiting} 条`;
  const words = ["站外提醒", [robot, today].filter(Boolean).join("，")].join("：");
  if (fault || givenUp > 0) return <Notice tone="warn">{words}。{givenUp > 0 && `近 ${BACK_DAYS} 天有 ${givenUp} 条没能发出，看看机器人的地址和群还在不在。`}</Notice>;
  return <p className="text-sm text-ink-2">{words}。</p>;
}
