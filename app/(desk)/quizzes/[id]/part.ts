import type { Desk } from "@/lib/gate/desk";
import type { QuizInFull } from "@/lib/quizzes/reads-one";

/** As what somebody looks at a quiz. Who is examined is nothing else besides. */
export type Part = "examinee" | "leads" | "second" | "office" | "auditor" | "mentor";

export function partOf({ me }: Desk, { examineeId, examinerId, secondExaminerId }: QuizInFull["quiz"]): Part {
  if (examineeId === me.id) return "examinee";
  if (me.is("examiner") && examinerId === me.id) return "leads";
  if (me.is("examiner") && secondExaminerId === me.id) return "second";
  if (me.is("office")) return "office";
  return me.is("auditor") ? "auditor" : "mentor";
}
