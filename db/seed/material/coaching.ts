import type { CoachingMethod, GoalArea } from "@/lib/words/pairing";

/** What a mentor and a young cadre write of each other. All of it is invented. */
export interface CoachingMaterial {
  method: CoachingMethod;
  topic: string;
  account: string;
  learned: string;
  nextStep: string;
  reverse?: boolean;
  /** Of one of the mentee's visits. */
  ofVisit?: boolean;
}

export const coaching: readonly CoachingMaterial[] = [
  { method: "case_study", topic: "矛盾调解", ofVisit: true, account: "把宅基地边界那件事从头说了一遍。\n先听完两家各自的话，再看老图。\n不急着断对错，先约个都在家的时间。", learned: "两家都说完以前不表态。", nextStep: "周二带上老图再去一趟。" },
  { method: "on_site", topic: "入户沟通", account: "一起走了三户，他开口，我在旁边听。\n进门先问身体和收成，正事放后面。\n出门当场把答应的事说一遍。", learned: "先拉家常不是绕弯子，是让人愿意说。", nextStep: "下周自己走两户，回来说给导师听。" },
  { method: "debrief", topic: "入户沟通", ofVisit: true, account: "看了上周的走访日志，写得细，但没写对方怎么想。\n补问了一个电话，原来是怕影响孩子上学。\n以后多记一句原话。", learned: "原话比我的概括有用。", nextStep: "每篇日志至少记一句原话。" },
  { method: "assignment", topic: "材料写作", account: "给了一份旧信息稿，让他改成三百字。\n标题要说清什么事、什么办法。\n周五前交，一起逐句过。", learned: "先写结论再写经过。", nextStep: "周五交稿。" },
  { method: "hands_on", topic: "组织会议", account: "这周的议事会由她主持，我坐后排。\n议题没有超过三个，时间管住了。\n下次要先和会前有意见的人通个气。", learned: "会前十分钟的电话，省下会上半小时。", nextStep: "下次会前先走一圈。" },
  { method: "role_play", topic: "政策宣讲", account: "我扮不肯签字的户主，他来讲补偿政策。\n讲到第三遍才不念文件。\n把条款换成“你家这块地”来说。", learned: "拿对方家里的事当例子，一听就懂。", nextStep: "把五条政策各想一个例子。" },
  { method: "debrief", topic: "应急处置", account: "复盘台风那天晚上的转移。\n名单准，但两位老人的药没带上。\n转移清单上加一栏“随身要带的”。", learned: "清单要按人写，不能只按户写。", nextStep: "把清单改好发到村里。" },
  { method: "case_study", topic: "项目推进", account: "对着停车场项目的进度表，找卡在哪里。\n不是钱的事，是交叉口那一户没谈拢。\n问题在人，就先去见人。", learned: "进度表上的红格，后面往往是一个人。", nextStep: "这周约那一户见面。" },
  { method: "hands_on", topic: "手机办事", reverse: true, account: "这回他教我：网上怎么查办件进度。\n我记了三步，自己走通了一遍。\n下次村里老人问，我也能教了。", learned: "把步骤讲慢，自己也理得更清。", nextStep: "给导师写一张三步小卡片。" },
  { method: "on_site", topic: "安全隐患", account: "一起看了两处出租房的电线。\n先问住了几个人、晚上在哪充电，再看线。\n当场能收的收掉，收不掉的报上去。", learned: "问生活习惯，比直接查线查得出东西。", nextStep: "周三夜访再看一次充电的地方。" },
  { method: "assignment", topic: "村情摸底", account: "让她把三组的独居老人画成一张图。\n谁住哪、平时谁照应、夜里找谁。\n下次带着图一起走一遍。", learned: "画图的时候才发现有两户不知道找谁。", nextStep: "把两户补问清楚。" },
  { method: "role_play", topic: "信访接待", account: "我当来反映问题的人，声音放大。\n他先请坐、倒水、记要点，没有打断。\n最后要说清几天内谁给答复。", learned: "答复的人和日子一定要当面说。", nextStep: "把答复的话写成三句背下来。" },
];

type GoalLine = readonly [area: GoalArea, words: string];

/** Goals a pair may set itself, by area; each pair takes one or two of each. */
export const goalLines: readonly GoalLine[] = [
  ["thought", "每月读完一篇规定篇目，写半页体会，和导师聊一次"],
  ["thought", "参加支部主题党日不缺席，牵头组织一次"],
  ["work", "独立写出三篇走访信息，至少一篇被采用"],
  ["work", "学会土地、建房两项政策，能给村民当场讲清楚"],
  ["work", "独立主持一次村里的议事会"],
  ["conduct", "答应群众的事七天内有回音，办不了的说清原因"],
  ["conduct", "下村不打招呼、不添麻烦，当天的事当天记"],
  ["people", "联系的村认得全组长和独居老人，找得到家门"],
  ["people", "每月和五户谈得来，能说出各家的难处"],
  ["people", "跟着导师调解三起邻里矛盾，独立调解一起"],
];

/** 月度评价 by level; a low one says why. */
export const monthWords: readonly { level: number; comment: string; reply?: string }[] = [
  { level: 4, comment: "走访踏实，日志写得比上月短而清楚。" },
  { level: 5, comment: "独立办成了一件拖了半年的事，村里认可。", reply: "谢谢导师，关键那次是你陪我去的。" },
  { level: 3, comment: "" },
  { level: 4, comment: "会听了，下一步学会怎么收尾。", reply: "下个月每次走访都把答应的事当面说一遍。" },
  { level: 2, comment: "材料交得晚，两次走访没有回音，要把时间排开。", reply: "这个月借去搬办公室，下月补上，已和村里说好。" },
  { level: 3, comment: "夜访去得少了些，注意和白天搭配。" },
];

export const endWords = {
  mentor: { fit: 4, helped: "一起把村里的会开顺了", missed: "写材料还要多练", wish: "到新岗位也常下村走走" },
  mentee: { fit: 5, helped: "学会了先听完再说话", missed: "一起夜访的次数少了", wish: "谢谢导师每次都等我先说" },
} as const;
