import type { Said } from "@/app/_ui/badge";
import { planState, type PlanState } from "@/lib/words/quiz";

const looks: Record<PlanState, Pick<Said, "tone" | "shape">> = {
  committed: { tone: "info", shape: "half" }, drawn: { tone: "ok", shape: "check" }, cancelled: { tone: "neutral", shape: "dash" },
};

export const planSaid = (state: PlanState): Said => ({ ...looks[state], word: planState.label(state) });
