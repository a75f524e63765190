import { type Next, pick, shuffle, weighted } from "@/db/seed/material/chance";
import type { MemberMaterial } from "@/db/seed/material/families";
import type { FactTopic } from "@/lib/words/household";

export const difficultyKinds = ["就业", "养老", "就学", "住房", "邻里", "出行", "其他"] as const;
export type DifficultyKind = (typeof difficultyKinds)[number];

/** The heading each is filed under. */
export const difficultyTopic: Readonly<Record<DifficultyKind, FactTopic>> = {
  就业: "employment", 养老: "eldercare", 就学: "schooling", 住房: "housing", 邻里: "neighbours", 出行: "travel", 其他: "other",
};

export interface DifficultyMaterial {
  kind: DifficultyKind;
  text: string;
}

/** 生活难题 in a line. Nothing about health, debts or belief, which the town does not collect. */
const lines: Readonly<Record<DifficultyKind, readonly string[]>> = {
  就业: [
    "家里年轻人想换一份离家近的工作", "家里有人刚离开厂里，正在找活", "想学一门手艺，不知道哪里有培训", "接零活不稳定，盼着有长期岗位",
    "家里有人想回镇上做小生意，缺场地", "来料加工的活时有时无",
  ],
  养老: [
    "老人白天一个人在家，中饭将就", "子女平时不在身边，盼着有人常来看看", "老人不会用手机办事", "去镇上办事要人陪", "盼着村里的食堂能送餐上门",
  ],
  就学: [
    "放学早，没人接孩子", "想让孩子上镇上的幼儿园，不清楚怎么报名", "孩子暑假没人看管", "家离学校远，接送花时间", "孩子作业家里辅导不了",
  ],
  住房: [
    "老屋漏雨，想翻修，不清楚手续", "建房申请等着批", "老屋长期空着，担心年久失修", "院墙裂了条缝，想修", "想给老屋改个卫生间",
  ],
  邻里: [
    "和隔壁院墙界线说不清", "门口停车常和邻居起口角", "隔壁装修声音大", "邻居家的树枝伸过来遮光", "两家共用的过道堆了东西",
  ],
  出行: [
    "村口公交班次少", "进村小路窄，会车难", "晚上那段路没有路灯", "门口小路雨天积水", "去镇上要换两趟车",
  ],
  其他: [
    "水压低，晚上用水慢", "手机信号不好", "取快递要到村口，来回远", "家里杂物多，想找人清运", "想了解征迁政策，一直没问清",
  ],
};

const flatLines: Partial<Record<DifficultyKind, readonly string[]>> = {
  住房: ["想加装电梯，邻居意见不一", "外墙渗水，雨天墙皮掉", "楼顶漏水，等着修", "楼道灯时好时坏"],
  邻里: ["楼上装修声音大", "车位常被占", "楼道里堆了邻居的杂物", "楼上晾衣滴水", "楼下晚上跳舞音响声大"],
  出行: ["小区门口公交班次少", "高峰时小区出口堵", "充电车位不够", "去镇上要换两趟车"],
};

interface House {
  thisYear: number;
  flat: boolean;
}

export function difficulties(next: Next, members: readonly MemberMaterial[], house: House): DifficultyMaterial[] {
  const count = weighted(next, [[0, 28], [1, 52], [2, 20]]);
  const words = house.flat ? { ...lines, ...flatLines } : lines;
  const kinds = shuffle(next, fitting(members, house.thisYear)).slice(0, count);
  return kinds.map((kind) => ({ kind, text: pick(next, words[kind]) }));
}

/** A house without children has no trouble with school, and one without old people none with their care. */
function fitting(members: readonly MemberMaterial[], thisYear: number): DifficultyKind[] {
  const ages = members.map(({ birthYear }) => thisYear - birthYear);
  return difficultyKinds.filter((kind) => {
    if (kind === "养老") return ages.some((age) => age >= 66);
    if (kind === "就学") return ages.some((age) => age >= 3 && age <= 14);
    if (kind === "就业") return ages.some((age) => age >= 20 && age <= 55);
    return true;
  });
}
