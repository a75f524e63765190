import { type Next, often, pick } from "@/db/seed/material/chance";
import { enterpriseThreads, householdThreads } from "@/db/seed/material/threads/all";
import type { VisitMaterial } from "@/db/seed/material/visits";

/** What a mentor asks when a visit goes back, and what the cadre adds to it before handing it in again. */
export interface ReturnMaterial {
  note: string;
  addition: string;
}

type Ask = { note: string; adds: readonly string[] };

const forAny: readonly Ask[] = [
  { note: "在场还有谁？写上，以后好回访。", adds: ["补充：户主在家，网格员一起去的。", "补充：和村里委员一起去的，户主全程在。"] },
  { note: "坐了多久、从哪里聊起的？", adds: ["补充：坐了二十多分钟，从家常聊起。", "补充：将近半小时，先看了看再坐下来谈。"] },
  { note: "下次什么时候去？写个大概的日子。", adds: ["补充：约了两周后的周二再去。", "补充：下个月初先打电话，再定日子。"] },
  { note: "上次留下的事对过没有？", adds: ["补充：对过了，上次的事已经办好。", "补充：上次没有留下事，这回是头一次来。"] },
  { note: "户主的原话写一句，比我们概括的有用。", adds: ["补充原话：“你们来了就好，有话讲得出。”", "补充原话：“不急，办的时候跟我说一声。”"] },
  { note: "家里靠什么生活，顺便记一笔到户档。", adds: ["补充：已核对户档，收入来源没有变化。", "补充：户档里补了一条，年轻人换了白班。"] },
];
const forReports: readonly Ask[] = [
  { note: "这件事村里知道吗？先和书记通个气。", adds: ["补充：当晚和书记通了电话，村里知道了。", "补充：书记说例会上一起议。"] },
  { note: "找谁办、什么时候有回话？写清楚户主才放心。", adds: ["补充：已交给网格员，答应三个工作日内回话。", "补充：村里受理了，约定下周二给户主回话。"] },
  { note: "影响到几户？写个数。", adds: ["补充：问了左右，一共影响四户。", "补充：主要这一户，隔壁偶尔受影响。"] },
  { note: "有没有先应急的办法？办之前也要管用。", adds: ["补充：先做了简单处理，并提醒家里留意。", "补充：和户主商量了临时的办法，能撑到来人。"] },
];
const forSolved: readonly Ask[] = [
  { note: "当场解决的，过几天回头看一眼，写上日子。", adds: ["补充：定在一周后回头看。", "补充：第三天去看过，没有反复。"] },
  { note: "是谁帮的忙？把人写上，也是个感谢。", adds: ["补充：组长和网格员都在场，出了力。", "补充：邻居搭了把手，已当面谢过。"] },
  { note: "户主满意吗？问一句再写。", adds: ["补充：打电话问了，说蛮好。", "补充：当面问过，户主点头。"] },
];
const forQuiet: readonly Ask[] = [
  { note: "没有要办的事也好。家里最操心什么，多问一句。", adds: ["补充：回头又问了，眼下没有特别操心的事。", "补充：最操心的是年轻人的工作，已在找。"] },
  { note: "写得顺。再补一个你看到的细节就更好。", adds: ["补充：门口的鞋摆得整整齐齐，墙上贴着孩子的奖状。", "补充：桌上放着联系卡，说明上回留的有用。"] },
];

const forFirms: readonly Ask[] = [
  { note: "见到的是谁？写职务就行，下次好联系。", adds: ["补充：见到的是行政负责人，车间主任后来也来了。", "补充：负责人本人在，安全员一起走了现场。"] },
  { note: "这家企业以前提过类似的事吗？查一查上次。", adds: ["补充：查了，上次没有提过，是头一回。", "补充：上次提过一半，这回把情况补全了。"] },
  { note: "厂里打算怎么配合？两边都写上才好办。", adds: ["补充：厂里出人配合，时间由我们定。", "补充：厂里先把材料理出来，三天内给。"] },
  { note: "同一片的企业有没有同样的情况？", adds: ["补充：问了隔壁两家，情况差不多。", "补充：目前就这一家，别家没有提。"] },
];

const firmThreads = new Set(enterpriseThreads.map(({ id }) => id));
const threads = new Map([...householdThreads, ...enterpriseThreads].map((thread) => [thread.id, thread]));

export function returnFor(next: Next, visit: Pick<VisitMaterial, "thread" | "seen" | "matter">): ReturnMaterial {
  const { thread, seen, matter } = visit;
  const own = threads.get(thread)?.ask;
  const fits = own && (!own.about || own.about.includes(String(seen + 1)));
  const general = firmThreads.has(thread) ? forFirms : [...byMatter[matter], ...forAny];
  const ask = fits && often(next, 0.7) ? own : pick(next, general);
  return { note: ask.note, addition: pick(next, ask.adds) };
}

const byMatter: Readonly<Record<VisitMaterial["matter"], readonly Ask[]>> = {
  report: forReports, solved: forSolved, none: forQuiet,
};

/** Every question a mentor may ask. */
export const returnNotes: readonly string[] = [
  ...[...threads.values()].map(({ ask }) => ask.note),
  ...[...forAny, ...forReports, ...forSolved, ...forQuiet, ...forFirms].map(({ note }) => note),
];

const approvals: readonly string[] = [
  "写得实在，继续。", "细节好，原话记得好。", "处理得当，记得回头看。", "这件事盯住，有进展告诉我。", "短而清楚，很好。", "问得细，有长进。",
  "和邻居也聊了，做得对。", "下次可以带上网格员一起。", "能当场办的当场办，好。", "话说得暖，老人会记得你。", "先围后报，顺序对。", "周二例会上你来讲这一条。",
  "办法可以，别家也用得上。", "留意后续，别断线。", "晚上跑一趟辛苦了。", "这户以后由你多走走。", "观察仔细。", "上报的理由清楚。",
  "把这条放进帮带时的案例。", "跟得紧，好。", "可以，和村里书记再碰一下。", "写到了点子上。", "进步明显。", "这样写，接手的人一看就懂。",
];

/** Most approvals need no words: empty more often than not. */
export function approvalNote(next: Next): string {
  return often(next, 0.62) ? "" : pick(next, approvals);
}
