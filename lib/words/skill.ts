import { type Word, words } from "./word";

/** What a person is good at, or wants to learn: the fields of a township's work. */
export const skill = words({
  people: "群众工作",
  mediation: "矛盾调解",
  petitions: "信访接待",
  policy: "政策宣讲",
  writing: "公文写作",
  firms: "助企服务",
  projects: "项目建设",
  environment: "环境整治",
  safety: "安全生产",
  digital: "数字应用",
  party: "党建工作",
  assets: "村级资产",
});
export type Skill = Word<typeof skill>;

/** 专长 of one, 想学 of the other. */
export const skillWay = words({ offers: "专长", wants: "想学" });
export type SkillWay = Word<typeof skillWay>;

/** So few of each that every one says something. */
export const MOST_SKILLS = 4;

/** 「专长：公文写作；想学：信访接待、矛盾调解」 */
export const skillWords = (kept: Record<SkillWay, readonly Skill[]>): string =>
  skillWay.values.map((way) => `${skillWay.label(way)}：${kept[way].map(skill.label).join("、") || "没有"}`).join("；");
