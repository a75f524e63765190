import type { Skill } from "@/lib/words/skill";

export interface SkillsMaterial { account: string; offers: Skill[]; wants: Skill[] }

const skilled = (account: string, offers: Skill[], wants: Skill[]): SkillsMaterial => ({ account, offers, wants });

/** 专长 and 想学 of those who pair. What a mentor has done for years is what the young came to learn; 数字应用 goes the other way. */
export const skills: readonly SkillsMaterial[] = [
  skilled("linxiao", ["writing", "digital"], ["petitions", "people", "mediation"]),
  skilled("yujiaqi", ["policy"], ["people", "petitions"]),
  skilled("shenyufeng", ["environment", "digital"], ["assets", "people"]),
  skilled("chensimin", ["digital"], ["writing", "party"]),
  skilled("laihaojie", ["projects"], ["firms"]),
  skilled("hanyuting", ["policy", "digital"], ["people", "petitions"]),
  skilled("fuchenjie", ["safety"], ["mediation", "petitions"]),
  skilled("kongmengjia", ["people"], ["mediation"]),
  skilled("wangyifeng", ["projects"], ["environment", "people"]),
  skilled("qujingyi", ["digital"], ["assets", "writing"]),
  skilled("wanglifeng", ["safety"], ["environment", "mediation"]),
  skilled("xululu", ["writing", "policy"], ["people"]),
  skilled("zhoutianyu", ["digital"], ["safety", "writing"]),
  skilled("zhuxiaoqian", ["writing"], ["party", "policy"]),
  skilled("jinpengcheng", ["digital"], ["environment", "assets"]),
  skilled("xuwenting", ["firms"], ["policy", "projects"]),
  skilled("loukejie", ["digital"], ["mediation", "safety"]),
  skilled("shijiamin", ["digital"], ["projects"]),
  skilled("ouyangsiqi", ["policy"], ["people"]),
  skilled("shenzhixia", ["digital"], ["writing", "safety"]),
  skilled("gumingche", ["digital"], ["projects", "firms"]),
  skilled("luyining", ["digital", "policy"], ["mediation", "petitions", "people"]),
  skilled("jiangmuyang", ["writing"], ["firms", "projects"]),
  skilled("wangjianguo", ["people", "petitions", "mediation"], ["digital"]),
  skilled("shenyaqin", ["writing", "party", "policy"], ["digital"]),
  skilled("chenguanxiang", ["assets", "environment", "people"], ["digital"]),
  skilled("yulijun", ["firms", "projects"], ["policy"]),
  skilled("laiyongming", ["mediation", "petitions", "safety"], ["digital"]),
  skilled("hanyafen", ["people", "policy"], ["writing"]),
  skilled("fuguoping", ["projects", "environment"], ["digital"]),
  skilled("konghaiyan", ["people", "petitions"], ["digital"]),
  skilled("quweijiang", ["safety", "environment"], ["writing"]),
  skilled("wangxiaohong", ["assets", "writing"], []),
  skilled("xuzhiliang", ["environment", "assets", "people"], ["digital"]),
  skilled("zhuhuaping", ["safety", "writing"], ["people"]),
  skilled("jinchunfang", ["firms", "policy"], ["writing"]),
  skilled("zhugejianping", ["mediation", "safety"], ["digital"]),
];

/** Villages that mentors served before they were asked to teach: they still know the doors. */
export const servedBefore: readonly { account: string; village: string; startedOn: string; endedOn: string }[] = [
  { account: "wangjianguo", village: "昇光村", startedOn: "2016-03-01", endedOn: "2020-02-29" },
  { account: "zhuhuaping", village: "昇光村", startedOn: "2020-03-01", endedOn: "2024-08-30" },
  { account: "laiyongming", village: "民丰村", startedOn: "2018-01-02", endedOn: "2023-12-29" },
  { account: "xuzhiliang", village: "田丰村", startedOn: "2015-06-01", endedOn: "2021-05-31" },
  { account: "yulijun", village: "新坝村", startedOn: "2019-09-02", endedOn: "2024-08-30" },
  { account: "jinchunfang", village: "联三村", startedOn: "2020-01-02", endedOn: "2024-08-30" },
  { account: "shenyaqin", village: "丁家庄村", startedOn: "2017-03-01", endedOn: "2022-02-28" },
];
