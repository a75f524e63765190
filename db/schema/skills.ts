import { skill, skillWay } from "@/lib/words/skill";
import { id, oneOf, ref, table, unique, word } from "../columns";
import { people } from "./people";

/** 专长 and 想学 of a person: what suggestions for pairings go by. */
export const skills = table(
  "skills",
  {
    id: id<"skill">(),
    personId: ref<"person">("person_id", () => people.id),
    skill: word("skill", skill.values).notNull(),
    way: word("way", skillWay.values).notNull(),
  },
  (t) => [
    unique("skills_once").on(t.personId, t.way, t.skill),
    oneOf("skills_skill", t.skill, skill.values),
    oneOf("skills_way", t.way, skillWay.values),
  ],
);
