import { type Word, words } from "./word";

export const villageKind = words({ village: "村", community: "社区" });
export type VillageKind = Word<typeof villageKind>;

export const kinship = words(
  {
    householder: "户主",
    spouse: "配偶",
    son: "儿子",
    daughter: "女儿",
    son_in_law: "女婿",
    daughter_in_law: "儿媳",
    father: "父亲",
    mother: "母亲",
    grandson: "孙子",
    granddaughter: "孙女",
    other: "其他",
  },
  "选择和户主的关系",
);
export type Kinship = Word<typeof kinship>;

/** What a household file holds besides its people: 收入来源, 生活难题, 找门说明. */
export const factKind = words({ income: "收入来源", difficulty: "生活难题", door: "找门说明" }, "选择记哪一类");
export type FactKind = Word<typeof factKind>;

/** The heading a fact is kept under; it may be seen where the fact itself may not. */
export const factTopic = words({
  farming: "务农",
  outside_work: "外出务工",
  local_work: "本地务工",
  business: "个体经营",
  pension: "退休金",
  breeding: "养殖",
  rent: "房屋出租",
  employment: "就业",
  eldercare: "养老",
  schooling: "就学",
  housing: "住房",
  neighbours: "邻里",
  travel: "出行",
  door: "找门",
  other: "其他",
});
export type FactTopic = Word<typeof factTopic>;

export const factSource = words({ visit: "走访", import: "导入", exam: "考核", file: "登记" });
export type FactSource = Word<typeof factSource>;

/** Why a masked field was opened. Kept for the household to ask about. */
export const unmaskReason = words(
  { contact: "联系走访", verify: "核对信息", request: "处理诉求", exam: "考核复核", subject: "主体请求", other: "其他" },
  "选择为什么要看",
);
export type UnmaskReason = Word<typeof unmaskReason>;

export const unmaskField = words({ name: "户主姓名", members: "家庭成员", facts: "收入来源和生活难题", phone: "联系电话" }, "选择看哪一项");
export type UnmaskField = Word<typeof unmaskField>;

/** Why a household or one of its members is no longer kept in the file. */
export const leavingReason = words(
  { moved: "搬走", merged: "并户", passed_away: "去世", mistaken: "登记错了", other: "其他" },
  "选择为什么不再登记",
);
export type LeavingReason = Word<typeof leavingReason>;
