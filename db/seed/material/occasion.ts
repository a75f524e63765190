import type { MemberMaterial } from "@/db/seed/material/families";
import type { Trait } from "@/db/seed/material/households";
import type { Matter, TopicChip, VisitKind } from "@/lib/words/visit";

/** What the writer has to know of a visit. `matter` is kept to; `topic` as long as something of it suits the house. */
export interface VisitOccasion {
  kind: VisitKind;
  /** 1–12: no typhoon in March. */
  month: number;
  householder?: MemberMaterial;
  traits?: ReadonlySet<Trait>;
  topic?: TopicChip;
  matter?: Matter;
}
