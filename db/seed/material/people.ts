import { gridRows, villageCadreRows } from "@/db/seed/material/village-people";
import type { Role } from "@/lib/words/person";

/** Everyone with an account in the demo town. All of them are invented. */
export interface PersonMaterial {
  account: string;
  name: string;
  birthYear: number;
  roles: Role[];
  department: string;
  title: string;
  /** 联村: the villages they serve, by name; for a village cadre and a grid member the one they work in. */
  villages: string[];
  /** 「1网格」, for grid members only. */
  grid?: string;
}

type Row = readonly [account: string, name: string, birthYear: number, department: string, title: string];

const person = ([account, name, birthYear, department, title]: Row, roles: Role[], villages: string[] = []) =>
  ({ account, name, birthYear, roles, department, title, villages }) satisfies PersonMaterial;

/** 19 青年干部; between them they serve each of the 26 villages and communities once. */
const cadreRows: readonly (readonly [...Row, string])[] = [
  ["linxiao", "林晓", 1999, "党建办", "科员", "昇光村 云峰村"],
  ["yujiaqi", "俞佳琪", 1998, "社会事务办", "科员", "罗峰社区 西山村"],
  ["shenyufeng", "沈宇峰", 1996, "农业农村办", "一级科员", "民丰村 田丰村"],
  ["chensimin", "陈思敏", 2000, "党政办", "科员", "杨岐社区 七里店村"],
  ["laihaojie", "来浩杰", 1997, "经济发展办", "一级科员", "新坝村 联三村"],
  ["hanyuting", "韩雨婷", 2001, "便民服务中心", "科员", "渔浦社区 北坞村"],
  ["fuchenjie", "傅晨杰", 1999, "平安法治办", "科员", "湘东村 湘南村"],
  ["kongmengjia", "孔梦佳", 1997, "社会事务办", "一级科员", "民湘社区"],
  ["wangyifeng", "王益峰", 1995, "村镇建设办", "一级科员", "义桥村"],
  ["qujingyi", "瞿静怡", 1998, "财政所", "科员", "锦浦社区"],
  ["wanglifeng", "汪立锋", 1996, "综合执法队", "一级科员", "河西村"],
  ["xululu", "许璐璐", 1999, "团委", "干事", "山后村"],
  ["zhoutianyu", "周天宇", 2000, "综合信息指挥室", "科员", "富春村"],
  ["zhuxiaoqian", "朱晓倩", 1997, "党政办", "一级科员", "丁家庄村"],
  ["jinpengcheng", "金鹏程", 1998, "农业农村办", "科员", "罗幕村"],
  ["xuwenting", "徐雯婷", 1996, "经济发展办", "一级科员", "蛟山村"],
  ["loukejie", "楼科杰", 2001, "平安法治办", "科员", "勤里村"],
  ["shijiamin", "施佳敏", 1999, "村镇建设办", "科员", "復兴村"],
  ["ouyangsiqi", "欧阳思琪", 2000, "便民服务中心", "科员", "徐童山下村"],
];

const mentorRows: readonly Row[] = [
  ["wangjianguo", "王建国", 1972, "社会事务办", "主任"],
  ["shenyaqin", "沈雅琴", 1976, "党政办", "副主任"],
  ["chenguanxiang", "陈关祥", 1969, "农业农村办", "主任"],
  ["yulijun", "俞丽君", 1980, "经济发展办", "副主任"],
  ["laiyongming", "来永明", 1970, "平安法治办", "主任"],
  ["hanyafen", "韩亚芬", 1974, "社会事务办", "副主任"],
  ["fuguoping", "傅国平", 1973, "村镇建设办", "主任"],
  ["konghaiyan", "孔海燕", 1982, "便民服务中心", "主任"],
  ["quweijiang", "瞿伟江", 1977, "综合执法队", "队长"],
  ["wangxiaohong", "汪晓红", 1979, "财政所", "所长"],
  ["xuzhiliang", "徐志良", 1971, "农业农村办", "副主任"],
  ["zhuhuaping", "朱华平", 1978, "综合信息指挥室", "主任"],
  ["jinchunfang", "金春芳", 1981, "经济发展办", "主任"],
  ["zhugejianping", "诸葛建平", 1968, "平安法治办", "副主任"],
];

const examinerRows: readonly Row[] = [
  ["kaoguan", "郑国良", 1972, "纪检监察办", "副主任"],
  ["fangliping", "方丽萍", 1977, "人大办", "干事"],
  ["geweiliang", "葛伟良", 1975, "综合执法队", "副队长"],
];

const officeRows: readonly Row[] = [
  ["dangjian", "陈利芬", 1982, "党建办", "主任"],
  ["xusijia", "许思佳", 1995, "党建办", "干事"],
  ["loujingwen", "楼静雯", 1993, "党建办", "干事"],
];

/** With 潘雅琴 and 裘志明 six, none of them from a department that works in a 课题组. */
const judgeRows: readonly Row[] = [
  ["xieshuiqin", "谢水琴", 1971, "纪检监察办", "副书记"],
  ["caojianping", "曹建平", 1969, "宣传办", "主任"],
  ["yanlihong", "严丽红", 1975, "工会", "主席"],
  ["maozhigang", "毛志刚", 1973, "人武部", "部长"],
];

export const people: readonly PersonMaterial[] = [
  ...cadreRows.map(([account, name, birthYear, department, title, villages]) =>
    person([account, name, birthYear, department, title], ["cadre"], villages.split(" "))),
  ...mentorRows.map((row) => person(row, ["mentor"])),
  ...villageCadreRows.map(([village, account, name, birthYear, title]) =>
    person([account, name, birthYear, village, title], ["villageCadre"], [village])),
  ...gridRows.map(([village, grid, account, name, birthYear]) =>
    ({ ...person([account, name, birthYear, village, "网格员"], ["gridMember"], [village]), grid })),
  ...examinerRows.map((row) => person(row, ["examiner"])),
  ...officeRows.map((row) => person(row, ["office"])),
  person(["zhenlingdao", "应国祥", 1974, "镇领导", "党委副书记"], ["leader"]),
  person(["panyaqin", "潘雅琴", 1979, "镇领导", "副镇长"], ["leader", "judge"]),
  person(["pingwei", "裘志明", 1967, "人大办", "主任"], ["judge"]),
  ...judgeRows.map((row) => person(row, ["judge"])),
  person(["admin", "宣海波", 1988, "党政办", "信息员"], ["admin"]),
  person(["auditor", "寿红霞", 1983, "纪检监察办", "审计员"], ["auditor"]),
];

/** 选调生 who came last week: cadres without a mentor yet. */
export const newcomers: readonly PersonMaterial[] = [
  person(["shenzhixia", "沈知夏", 2003, "党政办", "选调生"], ["cadre"], ["昇光村"]),
  person(["gumingche", "顾明澈", 2002, "党政办", "选调生"], ["cadre"], ["新坝村"]),
  person(["luyining", "陆以宁", 2002, "平安法治办", "选调生"], ["cadre"], ["民丰村"]),
  person(["jiangmuyang", "蒋沐阳", 2003, "经济发展办", "选调生"], ["cadre"], ["联三村"]),
];

/** One sign-in to show for each role, the most shown first. 林晓 and 王建国 are a pair; 沈国富 and the grid are 昇光村's. */
export const showcase: readonly (readonly [Role, string])[] = [
  ["cadre", "linxiao"], ["mentor", "wangjianguo"], ["office", "dangjian"], ["villageCadre", "shenguofu"],
  ["gridMember", "wangge"], ["examiner", "kaoguan"], ["judge", "pingwei"], ["leader", "zhenlingdao"],
  ["admin", "admin"], ["auditor", "auditor"],
];

export interface PairingMaterial {
  mentor: string;
  mentee: string;
  startedOn: string;
  /** The last day it held; open without. */
  endedOn?: string;
  reason?: string;
}

const first = "2024-09-10";
const pair = (mentor: string, mentee: string, startedOn = first): PairingMaterial => ({ mentor, mentee, startedOn });

/** 19 open pairings, nobody with more than two, and two that ended when a mentor changed posts. */
export const pairings: readonly PairingMaterial[] = [
  pair("wangjianguo", "linxiao"), pair("wangjianguo", "kongmengjia"), pair("hanyafen", "yujiaqi"),
  pair("chenguanxiang", "shenyufeng"), pair("xuzhiliang", "jinpengcheng"), pair("shenyaqin", "chensimin"),
  pair("shenyaqin", "zhuxiaoqian"), pair("yulijun", "laihaojie"), pair("konghaiyan", "hanyuting"),
  pair("konghaiyan", "ouyangsiqi"), pair("laiyongming", "fuchenjie"), pair("fuguoping", "wangyifeng"),
  pair("fuguoping", "shijiamin"), pair("wangxiaohong", "qujingyi"), pair("quweijiang", "wanglifeng"),
  pair("zhuhuaping", "zhoutianyu"), pair("zhugejianping", "loukejie"),
  { ...pair("zhuhuaping", "xululu"), endedOn: "2025-08-31", reason: "导师岗位调整" },
  pair("hanyafen", "xululu", "2025-09-01"),
  { ...pair("yulijun", "xuwenting"), endedOn: "2025-12-31", reason: "导师借调到区里半年" },
  pair("jinchunfang", "xuwenting", "2026-01-01"),
];
