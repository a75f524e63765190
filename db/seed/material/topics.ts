import type { Gate } from "@/lib/words/topic";

/** 清单 as a town finds it at first: what each gate asks of every topic, until the office says it otherwise. */
export const gateItems: Readonly<Record<Gate, readonly string[]>> = {
  approved: ["题目、背景和牵头部门写清楚了", "组长、组员和指导老师定了", "涉及哪些村社定了"],
  kickoff: ["开题方案交了", "里程碑都有负责人和日期", "打算走访哪些户、看哪些问题，列出来了"],
  midterm: ["至少两条佐证连到走访或问题", "写了一条中期进展", "后半程的里程碑对过一遍"],
  defence: ["调研报告交了定稿", "答辩材料交了", "组里试讲过一次"],
  exhibition: ["答辩提问都有人跟进", "展演的形式和材料报给党建办", "彩排过一次"],
  concluded: ["答辩提问都答复了", "能推开的做法写成了一页纸", "材料归了档"],
  followup3: ["回访了当初的户和村社", "写明哪些做法还在用"],
  followup6: ["写明推到了哪些村社", "没能用起来的写明原因"],
};

/** A milestone: what, whose (0 is the leader, then the members), due and done so many days ago; due ahead is below 0. */
type MilestoneMaterial = readonly [title: string, owner: number, dueAgo: number, doneAgo?: number];
type NoteMaterial = readonly [ago: number, author: number, words: string];

export interface TopicMaterial {
  title: string;
  background: string;
  /** Accounts. */
  leader: string;
  adviser: string;
  members: readonly string[];
  /** Left the group so many days ago. */
  left?: readonly [account: string, ago: number];
  villages: readonly string[];
  startedAgo: number;
  /** The gates passed so far, in their order, so many days ago; the next one is due in `dueIn`. */
  passed: readonly number[];
  dueIn: number;
  waived?: Partial<Record<Gate, string>>;
  milestones: readonly MilestoneMaterial[];
  notes: readonly NoteMaterial[];
  /** How many visits and problems stand behind it. */
  evidence: readonly [visits: number, problems: number];
}

const BEFORE = "答辩在系统启用前办的，纸质材料在党建办";

/** Eight groups; the first two bear names from the report, everything else is invented. The fourth has fallen silent. */
export const topics: readonly TopicMaterial[] = [
  {
    title: "「陌生人社会」矛盾化解", leader: "linxiao", adviser: "wangjianguo",
    background: "人住得近，却互相不认得。小摩擦没处说，拖久了才闹到信访。想弄清：由谁先开口、在哪里说、说完谁跟着看。",
    members: ["fuchenjie", "yukaijie", "shenqianwen", "futingting"], left: ["laizhijun", 120],
    villages: ["昇光村", "罗峰社区", "民湘社区"], startedAgo: 215, passed: [208, 186, 95, 16], dueIn: 12,
    milestones: [["走访 40 户，记下邻里摩擦怎么起的", 1, 150, 152], ["理出「先上门、再上桌」的步骤", 0, 100, 98], ["在两个小区试两个月", 2, 40, 38], ["排好展演的情景剧", 3, -5]],
    notes: [[160, 0, "走完了头二十户。摩擦多半从楼道堆物、漏水、噪声起，谁都不愿先开口。"], [97, 1, "步骤定了：楼长先上门听，三天内约到一张桌上，谈妥的写一句话贴在楼道。"],
      [36, 2, "试了两个月，桌上谈成的占多数。没谈成的几件转给了平安法治办。"], [6, 3, "情景剧分三幕：堆物、漏水、和解。缺一个演楼长的。"]],
    evidence: [4, 2],
  },
  {
    title: "「社区共生体」建设", leader: "xululu", adviser: "hanyafen",
    background: "物业、业委会、商户、居民各管一段，事情落在缝里。想试：把几方请到一张清单上，谁出场地、谁出人、谁出钱，当面认下。",
    members: ["yujiaqi", "chenpengjie", "qujiawei"], villages: ["民湘社区", "锦浦社区", "渔浦社区"],
    startedAgo: 240, passed: [232, 205, 110, 40], dueIn: 12,
    milestones: [["摸清三个社区各方手上有什么", 1, 170, 168], ["开三场共商会", 0, 90, 91], ["清单认领满两个月后回看", 2, 20, 21]],
    notes: [[169, 1, "商户愿意出场地，最怕没人收拾。先把“谁收拾”写进清单。"], [88, 0, "三场都开了。认下来的事，做得快的是有名字的。"], [9, 2, "回看完了，数字整理成两张对比图，展演时用。"]],
    evidence: [3, 2],
  },
  {
    title: "老旧小区停车难的共商共治", leader: "wanglifeng", adviser: "quweijiang",
    background: "车位不会一下子变多，先看同一个车位一天里空多少小时。想试错时共用，以及由居民自己定的规矩守不守得住。",
    members: ["shijiamin", "shenyifeng", "wanglulu"], villages: ["渔浦社区", "杨岐社区"],
    startedAgo: 228, passed: [222, 196, 101, 33], dueIn: 12,
    milestones: [["数一周车位，早中晚各一遍", 2, 160, 161], ["居民议出规矩", 0, 80, 76], ["错时共用试一个月", 1, 25, 24], ["展演用的数据图", 1, -4]],
    notes: [[158, 2, "数完了。白天空着的和晚上缺的差不多对得上。"], [75, 0, "规矩只留四条，多了没人记。"], [12, 1, "试了一个月，还有两户不愿意，已约时间上门。"]],
    evidence: [3, 1],
  },
  {
    title: "村集体闲置房屋怎么用起来", leader: "jinpengcheng", adviser: "chenguanxiang",
    background: "闲着的房屋账上有、门锁着。想弄清：修到什么样才有人用，租出去和自己办事哪样更划算，账怎么给村民看。",
    members: ["wangkefeng", "zhenghaibin", "louchenfeng"], villages: ["民丰村", "田丰村", "罗幕村"],
    startedAgo: 320, passed: [313, 288, 205, 118, 100], dueIn: 10, waived: { defence: BEFORE },
    milestones: [["一间一间看，建一本台账", 1, 260, 262], ["算清三种用法的账", 0, 180, 175], ["账目公开的样式定稿", 2, 60, 58]],
    notes: [[258, 1, "台账建好了，能用的和要修的分开写。"], [174, 0, "自己办事的账最难算，先按少付的租金记。"], [26, 0, "公开样式印了样张，等村里看。"]],
    evidence: [2, 1],
  },
  {
    title: "独居老人的日常照应网络", leader: "zhuxiaoqian", adviser: "konghaiyan",
    background: "老人最怕麻烦人。想弄清：平常由谁看一眼、多久看一眼、看见不对找谁，不给老人添一样要学的东西。",
    members: ["ouyangsiqi", "hanyuting", "wangdanping", "xielijie", "kongyajun"], villages: ["北坞村", "云峰村", "徐童山下村"],
    startedAgo: 345, passed: [338, 310, 220, 121, 100, 72], dueIn: 19, waived: { defence: BEFORE },
    milestones: [["走访独居老人，问清平常谁来看", 1, 280, 281], ["每户认一个照应人", 0, 190, 186], ["半年后回访，问还在不在看", 3, -12]],
    notes: [[279, 1, "多数老人说，邻居早上看一眼窗帘就放心。"], [185, 0, "照应人认下了，多半是隔壁。写在门后一张纸上。"], [15, 2, "回访了一半，照应还在。有两户换了人。"]],
    evidence: [4, 1],
  },
  {
    title: "屋后小沟小渠的长效管护", leader: "wangyifeng", adviser: "fuguoping",
    background: "清一次通几个月，又堵。想弄清堵在哪一段、归谁清、多久清一次，和修渠的钱比，哪样更省。",
    members: ["shenyufeng", "jinyanni", "sunmingfeng"], villages: ["湘东村", "湘南村"],
    startedAgo: 420, passed: [412, 384, 300, 205, 190, 165, 74], dueIn: 18,
    waived: { defence: BEFORE, exhibition: "那时还没有办展演，后来补展" },
    milestones: [["沿沟走一遍，标出堵点", 2, 350, 352], ["分段认管，定下多久清一次", 0, 240, 236], ["三个月后看还堵不堵", 1, 80, 78], ["写一页纸给其他村", 0, -10]],
    notes: [[351, 2, "走了一遍，堵点多半在转弯和过路管。"], [235, 0, "分段认管以后，清一次只要半天。"], [77, 1, "三个月没再堵的占大半，过路管那一处还要修。"], [11, 0, "一页纸写到一半，缺算账那一段。"]],
    evidence: [3, 2],
  },
  {
    title: "园区边上企业与村民怎么相处", leader: "laihaojie", adviser: "jinchunfang",
    background: "货车、气味、招工，企业和村里来往多，话却说不到一处。想试：每月坐一次，企业先说下个月要做什么。",
    members: ["xuwenting", "zhuyingjia", "zhouyufeng", "wushasha"], villages: ["新坝村", "联三村", "蛟山村"],
    startedAgo: 190, passed: [184, 160, 74], dueIn: 3,
    milestones: [["走访企业和沿路的户各一遍", 1, 120, 118], ["开两次月度碰头", 0, 50, 51], ["调研报告定稿", 0, 20, 19], ["把碰头的规矩写成一页纸", 3, 9]],
    notes: [[117, 1, "村民不怕货车多，怕不知道几点来。"], [50, 2, "第二次碰头，企业把下个月的装货时间先说了。"], [5, 0, "报告定稿了，答辩材料也交了。"]],
    evidence: [3, 2],
  },
  {
    title: "邻里夜间噪声的公约怎么定", leader: "kongjiali", adviser: "zhugejianping",
    background: "几点算晚、多响算吵，各说各的。想弄清居民自己定的公约能不能守住，守不住的时候谁去说。",
    members: ["zhoutianyu", "laixiaoting", "xujunfeng"], villages: ["富春村", "山后村", "河西村"],
    startedAgo: 108, passed: [101, 80], dueIn: 14,
    milestones: [["夜访 30 户，问几点以后算吵", 1, 45, 44], ["三个村各开一次院坝会", 2, 2], ["公约试行稿", 0, -20], ["试行一个月后回看", 3, -55]],
    notes: [[43, 1, "多数人说九点半。有夜班的人家说白天也要静。"], [3, 2, "开了两个村，还差一个，这周天气不好往后挪。"]],
    evidence: [3, 1],
  },
];
