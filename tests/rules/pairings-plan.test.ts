import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPACITY } from "@/lib/pairings/rules";
import { costOf, type Learner, LEFT_OVER, type Material, mayMeet, partsOf, placesLeft, reasonsOf, type Teacher, WEIGHTS } from "@/lib/pairings/rules-match";
import { choicesFor, judged, matched, movedBy, type Plan, still } from "@/lib/pairings/rules-plan";
import { skill } from "@/lib/words/skill";

const villages = ["东岭村", "西坞村", "南湾村"];
const some = <T>(of: readonly T[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...of), { maxLength });
const learner = { department: fc.constantFrom("", "党政办", "财政所"), offers: some(skill.values, 3), wants: some(skill.values, 4), villages: some(villages, 2) };
const teacher = { ...learner, load: fc.nat(3), knew: some(villages, 2) };
const called = <T extends object>(of: fc.Arbitrary<T[]>, letter: string) => of.map((all) => all.map((one, n) => ({ ...one, id: `${letter}${n}`, name: `${letter}${n}` })));

/** A mentor who is a cadre too bears the same number. */
const materialOf = (most: number): fc.Arbitrary<Material> =>
  fc.tuple(called(fc.array(fc.record(learner), { maxLength: most }), "m"), called(fc.array(fc.record(teacher), { maxLength: most }), "t"), fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { maxLength: 6 }), fc.boolean())
    .map(([mentees, mentors, pairs, both]) => ({
      mentees, mentors: mentors.map((mentor, n) => (both && n === 0 ? { ...mentor, id: "m0" } : mentor)),
      barred: pairs.map(([m, t]) => ({ menteeId: `m${m}`, mentorId: `t${t}`, why: "没有接受" })),
    }));

/** Every plan there is, one mentee after the other. */
function* everyPlan(material: Material, kept: Plan = new Map(), plan: Plan = kept, at = 0): Generator<Plan> {
  const mentee = material.mentees[at];
  if (!mentee) {
    yield plan;
    return;
  }
  yield* everyPlan(material, kept, plan, at + 1);
  if (kept.has(mentee.id)) return;
  for (const mentor of material.mentors) {
    const has = [...plan.values()].filter((id) => id === mentor.id).length;
    if (mayMeet(material, mentee.id, mentor.id) && mentor.load + has < CAPACITY) yield* everyPlan(material, kept, new Map(plan).set(mentee.id, mentor.id), at + 1);
  }
}
const totalOf = (material: Material, plan: Plan) => judged(material, plan).total;
const cheapest = (material: Material, kept?: Plan) => Math.min(...[...everyPlan(material, kept)].map((plan) => totalOf(material, plan)));

function expectSound(material: Material, plan: Plan): void {
  for (const [menteeId, mentorId] of plan) {
    expect(mayMeet(material, menteeId, mentorId)).toBe(true);
    const mentor = material.mentors.find(({ id }) => id === mentorId)!;
    expect([...plan.values()].filter((id) => id === mentorId).length).toBeLessThanOrEqual(placesLeft(mentor));
  }
}

describe("the plan", () => {
  test("is as cheap as the cheapest of all plans there are, and breaks no rule", () => {
    fc.assert(fc.property(materialOf(4), (material) => {
      const plan = matched(material);
      expectSound(material, plan);
      expect(totalOf(material, plan)).toBe(cheapest(material));
    }), { numRuns: 150 });
  });

  test("so also for six and six", () => {
    fc.assert(fc.property(materialOf(6), (material) => {
      const small = { ...material, mentors: material.mentors.map((mentor) => ({ ...mentor, load: Math.max(1, mentor.load) })) };
      expect(totalOf(small, matched(small))).toBe(cheapest(small));
    }), { numRuns: 40 });
  });

  test("keeps what was kept, and is the cheapest of those that do", () => {
    fc.assert(fc.property(materialOf(4), fc.nat(3), fc.nat(10), (material, who, which) => {
      const mentee = material.mentees[who];
      const choices = mentee ? choicesFor(material, new Map(), mentee.id).filter(({ barred }) => !barred) : [];
      const kept = choices.length > 0 ? movedBy(new Map(), choices[which % choices.length]!) : new Map<string, string>();
      const plan = matched(material, kept);
      for (const [menteeId, mentorId] of kept) expect(plan.get(menteeId)).toBe(mentorId);
      expectSound(material, plan);
      expect(totalOf(material, plan)).toBe(cheapest(material, kept));
    }), { numRuns: 100 });
  });

  test("does not depend on the order in which people come", () => {
    const shuffled = materialOf(8).chain((material) => fc.record({
      material: fc.constant(material),
      mentees: fc.shuffledSubarray([...material.mentees], { minLength: material.mentees.length }),
      mentors: fc.shuffledSubarray([...material.mentors], { minLength: material.mentors.length }),
    }));
    fc.assert(fc.property(shuffled, ({ material, mentees, mentors }) => {
      const other = { ...material, mentees, mentors };
      expect(new Map(matched(other))).toEqual(new Map(matched(material)));
      expect(totalOf(other, matched(other))).toBe(totalOf(material, matched(material)));
    }));
  });

  test("leaves nobody over while there is a place they may take, whatever a pair costs", () => {
    const worst = WEIGHTS.learn + WEIGHTS.load * (CAPACITY - 1) + WEIGHTS.village + WEIGHTS.teachBack + WEIGHTS.department;
    expect(LEFT_OVER).toBeGreaterThan(worst);
    fc.assert(fc.property(materialOf(5), (material) => {
      const most = Math.max(...[...everyPlan({ ...material, mentees: material.mentees.slice(0, 4) })].map((plan) => plan.size));
      expect(matched({ ...material, mentees: material.mentees.slice(0, 4) }).size).toBe(most);
    }), { numRuns: 60 });
  });

  test("a move by hand keeps every rule, and the rest where it is", () => {
    fc.assert(fc.property(materialOf(6), fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 6 }), (material, moves) => {
      let plan = matched(material);
      for (const [who, which] of moves) {
        const mentee = material.mentees[who];
        const choices = mentee ? choicesFor(material, plan, mentee.id).filter(({ barred }) => !barred) : [];
        const choice = choices[which % Math.max(1, choices.length)];
        if (!choice) continue;
        const next = movedBy(plan, choice);
        expect(next.get(choice.menteeId)).toBe(choice.mentorId);
        for (const { id } of material.mentees) if (id !== choice.menteeId && id !== choice.swapId) expect(next.get(id)).toBe(plan.get(id));
        expectSound(material, next);
        plan = next;
      }
      expect(new Map(still(material, plan))).toEqual(new Map(plan));
    }));
  });

  test("of a plan for other people, what can still be stays", () => {
    fc.assert(fc.property(materialOf(6), materialOf(6), (before, now) => expectSound(now, still(now, matched(before)))));
  });
});

const lin: Learner = { id: "m", name: "林晓", department: "党建办", offers: ["digital"], wants: ["petitions", "mediation"], villages: ["东岭村"] };
const wang: Teacher = { id: "t", name: "王建国", department: "党政办", offers: ["petitions"], wants: [], villages: [], knew: [], load: 0 };
const says = (mentee: Partial<Learner>, mentor: Partial<Teacher>, place = 0) => {
  const parts = partsOf({ ...lin, ...mentee }, { ...wang, ...mentor }, place);
  return `${costOf(parts)} ${reasonsOf(parts)}`;
};

test("what speaks for a pair, in words and in gap", () => {
  expect(says({}, {})).toBe("53 想学 信访接待，对方擅长；还没有带学员");
  expect(says({}, { offers: ["petitions", "mediation"], villages: ["东岭村"], wants: ["digital"] })).toBe("0 想学 信访接待、矛盾调解，对方擅长；同联东岭村；也能教对方 数字应用；还没有带学员");
  expect(says({}, { offers: [], knew: ["东岭村"], load: 1, department: "党建办" }, 1)).toBe("94 想学 信访接待、矛盾调解，对方没有登记；对方联过东岭村；在带 1 名；同部门");
  expect(says({ wants: [], department: "" }, { department: "" }, 1)).toBe("103 还没有登记想学；这次带 2 名");
});

test("who is left over is told why", () => {
  const material = { mentees: [lin], mentors: [{ ...wang, load: 2 }], barred: [] };
  expect(judged(material, matched(material)).left[0]!.why).toBe("导师的名额用完了");
  const barred = { ...material, mentors: [wang], barred: [{ menteeId: "m", mentorId: "t", why: "没有接受过" }] };
  expect(judged(barred, matched(barred)).left[0]!.why).toBe("还有名额的导师不再配：王建国 没有接受过");
  expect(judged({ ...material, mentors: [wang] }, new Map()).left[0]!.why).toBe("先不安排");
});
