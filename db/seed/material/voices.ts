import { type Next, pick } from "@/db/seed/material/chance";
import { familyName } from "@/db/seed/material/families";
import { referenceYear } from "@/db/seed/material/households";
import type { VisitOccasion } from "@/db/seed/material/occasion";
import type { Thread } from "@/db/seed/material/threads/thread";

/** How the account calls the person talked to: 「俞大伯」 first, 「他」 after that. */
export interface Voice {
  who: string;
  again: string;
  /** False where an old person lives alone: nobody else there could speak of 「老人」. */
  speaks: boolean;
}

export function addressed(next: Next, { kind, householder, traits }: VisitOccasion, thread: Thread): Voice {
  if (kind === "enterprise") return called(pick(next, ["负责人", "厂里", "行政负责人", "车间主任", "老板"]));
  if (!householder) return called("户主");
  const age = referenceYear - householder.birthYear;
  const ofTheOld = thread.needs === "elder" || thread.needs === "aged";
  if (ofTheOld && age >= 62) return { ...called("家里人"), speaks: !traits?.has("alone") };
  if (householder.name.includes("·")) return called("户主");
  const titles = householder.gender === "male" ? uncles(age) : aunts(age);
  const title = pick(next, titles);
  if (title === "户主") return called("户主");
  const family = familyName(householder);
  if (title === "老" && family.length > 1) return called("户主");
  const who = title === "老" ? `老${family}` : family + title;
  return { who, again: householder.gender === "male" ? "他" : "她", speaks: true };
}

function called(who: string): Voice {
  return { who, again: who, speaks: true };
}

function uncles(age: number): readonly string[] {
  if (age >= 60) return ["大伯", "老", "老", "伯伯"];
  return age >= 45 ? ["大哥", "老", "老"] : ["大哥", "户主"];
}

function aunts(age: number): readonly string[] {
  return age >= 58 ? ["阿姨", "大妈", "阿姨"] : ["大姐", "户主"];
}

/** Sentences out of parts: the first {who} by name, later ones by pronoun. */
export function fill(parts: readonly string[], { who, again }: Voice): string {
  const text = `${parts.join("。")}。`;
  const [first, ...rest] = text.split("{who}");
  return rest.length === 0 ? text : `${first}${who}${rest.join(again)}`;
}
