import type { ExhibitForm, ExhibitionState } from "@/lib/words/topic";

interface ExhibitMaterial { topic: string; title: string; form: ExhibitForm; summary: string; materials: string }

export interface ExhibitionMaterial {
  title: string;
  heldAgo: number;
  venue: string;
  state: ExhibitionState;
  /** In the order of the stage. */
  exhibits: readonly ExhibitMaterial[];
  /** How many have voted. */
  ballots: number;
}

const idleHouses: ExhibitMaterial = {
  topic: "村集体闲置房屋怎么用起来", title: "锁着的门，打开算一算", form: "data_comparison",
  summary: "同一间房，三种用法，三本账摆在一起看。", materials: "展板 3 块，账目样张",
};
const aloneAtHome: ExhibitMaterial = {
  topic: "独居老人的日常照应网络", title: "早上看一眼窗帘", form: "role_play",
  summary: "隔壁邻居的一天：什么时候看一眼，看见不对找谁。", materials: "窗帘、藤椅、门后那张纸",
};
const ditches: ExhibitMaterial = {
  topic: "屋后小沟小渠的长效管护", title: "清一次，还是管一年", form: "data_comparison",
  summary: "认管以前和以后，一年里堵了几次、花了多少工。", materials: "沟渠模型，对比图 2 张",
};

/** One that is over, and one whose audience is voting. */
export const exhibitions: readonly ExhibitionMaterial[] = [
  { title: "夏季课题展演", heldAgo: 100, venue: "镇文化站一楼", state: "closed", exhibits: [idleHouses, aloneAtHome, ditches], ballots: 34 },
  {
    title: "年度课题展演", heldAgo: 0, venue: "镇政府三楼会议室", state: "voting", ballots: 9,
    exhibits: [
      { topic: "「陌生人社会」矛盾化解", title: "楼道里的三幕戏", form: "role_play", summary: "堆物、漏水、和解：先上门，再上桌。演给住在一起却不相识的人看。", materials: "楼道布景，纸箱，圆桌一张" },
      { topic: "「社区共生体」建设", title: "一张清单上的四方人", form: "data_comparison", summary: "谁出场地、谁出人、谁出钱：认下的事两个月后做成了几件。", materials: "对比图 2 张，清单原件" },
      { topic: "老旧小区停车难的共商共治", title: "同一个车位的二十四小时", form: "data_comparison", summary: "白天空着的，晚上缺着的，错开来用。", materials: "车位沙盘，早中晚三张图" },
      idleHouses, aloneAtHome, ditches,
    ],
  },
];
