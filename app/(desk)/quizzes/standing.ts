import type { Said } from "@/app/_ui/badge";
import { type Standing, standingWord } from "@/lib/quizzes/rules";
import { type AppealState, appealState } from "@/lib/words/quiz";

const looks: Record<Standing, Pick<Said, "tone" | "shape">> = {
  planned: { tone: "neutral", shape: "ring" },
  committed: { tone: "info", shape: "quarter" },
  drawn: { tone: "info", shape: "half" },
  unfinished: { tone: "warn", shape: "dash" },
  released: { tone: "ok", shape: "disc" },
  cancelled: { tone: "neutral", shape: "dash" },
};

/** Icon, word and colour of how a quiz stands. How well somebody knew it has no colour anywhere. */
export const standingSaid = (standing: Standing): Said => ({ ...looks[standing], word: standingWord(standing) });

const appeals: Record<AppealState, Pick<Said, "tone" | "shape">> = {
  open: { tone: "warn", shape: "half" }, upheld: { tone: "info", shape: "check" }, dismissed: { tone: "neutral", shape: "dash" },
};
export const appealSaid = (state: AppealState): Said => ({ ...appeals[state], word: state === "open" ? "申诉待复核" : `申诉${appealState.label(state)}` });
