import { type Next, pick, weighted } from "@/db/seed/material/chance";
import type { NotDone, VisitKind } from "@/lib/words/visit";

/** A visit that did not happen is a record too. */
export interface NotDoneMaterial {
  reason: NotDone;
  account: string;
}

const shares: readonly (readonly [NotDone, number])[] = [
  ["nobody_home", 46], ["inconvenient", 18], ["errand", 14], ["weather", 9], ["moved_away", 8], ["wrong_address", 5],
];

const found: Readonly<Record<NotDone, readonly string[]>> = {
  nobody_home: [
    "敲门没人应，等了十分钟", "家里锁着门，窗帘拉着", "白天都上班去了，院门关着", "按了门铃没动静", "邻居说一早就出门了", "到的时候人刚走",
    "去菜地找了一圈也没碰上", "邻居说去女儿家带孩子了",
  ],
  inconvenient: [
    "家里正来客人，不便多打扰", "户主正在赶活，腾不出手", "家里在办喜酒，人多", "户主说今天不方便，改天来", "正好全家要出门", "孩子刚睡着，没进门",
  ],
  moved_away: ["邻居说上个月搬到城里去了", "门上贴着出租的纸，人已搬走", "老屋空着，一家人住到儿子那边了", "房子租给了别人，原住户搬走了"],
  wrong_address: ["照门牌找过去是另一户人家", "门牌换过，旧地址对不上", "户档上的组别不对，走错了一条弄堂", "问了三家都说不住这里"],
  weather: ["雨下得太大，半路折回来了", "雷阵雨，山脚那段路积水过不去", "风大，镇里通知先不下村", "大雾，约好的户改了时间"],
  errand: ["临时去窗口顶班，没走成", "镇里临时有会，先回来了", "路上接到电话去处理另一件事", "跟着去现场调解，这户没赶上"],
};

const after: Readonly<Record<NotDone, readonly string[]>> = {
  nobody_home: ["留了联系卡，晚上再来", "托邻居带了句话", "改成周三晚上夜访", "下周二再来一趟", "电话里约了周末", "联系卡塞在门缝里", "先走下一户，回头再看"],
  inconvenient: ["约好周五下午再来", "留了电话就走了", "改到下周二", "说好晚上再打电话", "站在门口讲了两句就告辞"],
  moved_away: ["告诉村里更新户档", "向邻居问到了新电话", "报给网格员核一下", "先从走访名单里标出来"],
  wrong_address: ["已请网格员核对门牌", "回去翻户档改地址", "问组长要到了新门牌", "在找门说明里补一句"],
  weather: ["打电话问了平安，明天再去", "改到周四", "等天好了先走这一户", "电话里聊了几句"],
  errand: ["明天补上", "已打电话说明，改到周四", "请网格员先去看一眼", "晚上顺路去"],
};

const firmFound: readonly string[] = [
  "负责人出差，门卫登记了来意", "厂里正在盘点，约不上人", "到的时候车间放假", "行政在外面办事，没见到人", "老板临时去见客户",
];
const firmAfter: readonly string[] = ["留了联系卡，约下周", "电话里改到周四上午", "把要问的事发到了微信", "下次先打电话再来"];

export function notDoneAccount(next: Next, kind: VisitKind): NotDoneMaterial {
  const mark = pick(next, ["。", "，", "；"]);
  const told = (what: readonly string[], then: readonly string[]) => `${pick(next, what)}${mark}${pick(next, then)}。`;
  if (kind === "enterprise") return { reason: "nobody_home", account: told(firmFound, firmAfter) };
  const reason = weighted(next, shares);
  return { reason, account: told(found[reason], after[reason]) };
}
