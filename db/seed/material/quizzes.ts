/* 考核 of the demo town: who is examined beside the two plans, when, and what was said. Everybody and everything is invented. */

/** Marks for 家庭成员, 收入来源, 生活难题, 找到家门; what is not asked at a door is passed over. */
export type MarksMaterial = readonly [members: number, income: number, difficulty: number, door: number];

export const marksOf: readonly MarksMaterial[] = [
  [3, 2, 2, 3], [2, 2, 1, 3], [3, 3, 2, 3], [1, 2, 1, 2], [3, 2, 3, 3], [2, 1, 0, 2], [3, 3, 3, 3], [2, 2, 2, 1], [3, 1, 2, 3], [1, 1, 1, 3],
];

export const minutesOf: readonly number[] = [6, 11, 4, 18, 7, 22, 5, 15, 9, 13];

export const remarks: readonly string[] = [
  "讲得出孙女在哪里上学", "老人在家，聊了二十分钟", "", "路上问了一次邻居", "", "收入只记得大概，要再去坐坐", "对这户很熟", "", "难处说到了，来由没说清", "",
];

/** 答案有误: what was right at the door, where the file was not. */
export const wrongKeys: readonly { nth: number; item: "income" | "difficulty"; correction: string }[] = [
  { nth: 3, item: "income", correction: "春天起在镇上做保洁，地已经转给邻居种" },
  { nth: 11, item: "difficulty", correction: "房顶去年已经修好，现在难的是接送孙子上学" },
];

export const appealWords = "找门那一项是因为老路在修，绕了村道，不是不认识路，请再看看";
export const upheldWords = "向考官和邻居核实过，那天老路封着，按认得路给分";
export const openAppealWords = "家庭成员里我说了女婿也在家住，考官没有听清，请核实";
