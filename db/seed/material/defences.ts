import type { DefenceState, Level, ScoringRule } from "@/lib/words/defence";

export const levels: Level[] = [{ label: "很好", points: 95 }, { label: "较好", points: 85 }, { label: "一般", points: 75 }, { label: "还要补", points: 60 }];

/** 评分项 with their weights, a hundred together. */
export const criteria: readonly (readonly [name: string, weight: number, required: boolean])[] = [
  ["问题找得准", 30, true], ["调研做得实", 25, true], ["办法用得上", 30, true], ["讲得清楚", 15, false],
];

/** One judge's points, a mark for each criterion; null where nothing is marked yet. */
type SheetMaterial = { judge: string; points: readonly (number | null)[]; sent?: false; before?: { points: readonly number[]; why: string } };
type QuestionMaterial = { by: string; words: string; owner: string; dueIn: number; answer?: string };

export interface DefenceMaterial {
  topic: string;
  /** Held so many days ago; ahead is below 0. */
  heldAgo: number;
  state: DefenceState;
  rule: ScoringRule;
  quorum: number;
  seats: readonly string[];
  sheets: readonly SheetMaterial[];
  questions: readonly QuestionMaterial[];
}

const bench = ["pingwei", "panyaqin", "xieshuiqin", "caojianping", "yanlihong"];

/** Three published (one of them with a judge missing), one being scored, one prepared with a judge who has to stand back. */
export const defences: readonly DefenceMaterial[] = [
  {
    topic: "「陌生人社会」矛盾化解", heldAgo: 18, state: "published", rule: "trimmed_mean", quorum: 4, seats: bench,
    sheets: [
      { judge: "pingwei", points: [95, 85, 85, 85] }, { judge: "panyaqin", points: [85, 85, 95, 85] },
      { judge: "xieshuiqin", points: [85, 75, 85, 95], before: { points: [85, 75, 60, 95], why: "第三项点错了一档，当场说明" } },
      { judge: "caojianping", points: [95, 95, 85, 75] }, { judge: "yanlihong", points: [75, 85, 85, 85] },
    ],
    questions: [
      { by: "pingwei", words: "谈成的那些，三个月后还和不和？", owner: "yukaijie", dueIn: 20 },
      { by: "panyaqin", words: "楼长不在的时候，谁先上门？", owner: "fuchenjie", dueIn: -4, answer: "由网格员先上门，已写进步骤第二条。" },
      { by: "caojianping", words: "这套步骤别的小区要用，缺什么？", owner: "linxiao", dueIn: 9 },
    ],
  },
  {
    topic: "「社区共生体」建设", heldAgo: 42, state: "published", rule: "median", quorum: 3, seats: bench,
    sheets: [
      { judge: "pingwei", points: [85, 85, 95, 85] }, { judge: "panyaqin", points: [95, 85, 95, 95] }, { judge: "xieshuiqin", points: [60, 75, 60, 85] },
      { judge: "caojianping", points: [85, 95, 85, 85] }, { judge: "yanlihong", points: [85, 85, 85, 75] },
    ],
    questions: [{ by: "xieshuiqin", words: "认领的事没做，有没有说法？", owner: "chenpengjie", dueIn: -10, answer: "满一个月没动的，下次共商会先说它，换人认领。" }],
  },
  {
    topic: "老旧小区停车难的共商共治", heldAgo: 35, state: "published", rule: "trimmed_mean", quorum: 4, seats: bench,
    sheets: [
      { judge: "pingwei", points: [85, 95, 85, 75] }, { judge: "panyaqin", points: [75, 95, 85, null] },
      { judge: "xieshuiqin", points: [85, 85, 75, 85] }, { judge: "caojianping", points: [85, 85, 85, 85] },
    ],
    questions: [{ by: "pingwei", words: "不愿意共用的两户，担心什么？", owner: "wanglulu", dueIn: 6 }],
  },
  {
    topic: "园区边上企业与村民怎么相处", heldAgo: 1, state: "open", rule: "trimmed_mean", quorum: 4, seats: bench,
    sheets: [
      { judge: "panyaqin", points: [85, 85, 95, 85] }, { judge: "caojianping", points: [95, 75, 85, 85] },
      { judge: "yanlihong", points: [75, 85, null, null], sent: false },
    ],
    questions: [{ by: "panyaqin", words: "企业换了负责人，月度碰头还开不开？", owner: "zhuyingjia", dueIn: 14 }],
  },
  {
    topic: "邻里夜间噪声的公约怎么定", heldAgo: -26, state: "preparing", rule: "trimmed_mean", quorum: 4,
    seats: ["pingwei", "panyaqin", "xieshuiqin", "zhuhuaping", "maozhigang"], sheets: [], questions: [],
  },
];
