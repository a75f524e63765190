import type { Desk } from "@/lib/gate/desk";
import type { Topic } from "@/lib/topics/reads";

/** Whether the page offers to write in a topic; the deed asks again. */
export const writesIn = (desk: Desk, { id, stoppedOn }: Pick<Topic, "id" | "stoppedOn">): boolean =>
  !stoppedOn && !desk.me.is("admin", "auditor") && (desk.me.is("office") || desk.me.inTopic(id));
