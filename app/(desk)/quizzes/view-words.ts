import type { QuizView } from "@/lib/quizzes/reads";

type Words = { tab: string; none: string; then: string };

/** Each view by its name, and what it says while nothing is in it: what will be here, and who does something first. */
export const viewWords: Record<QuizView, Words> = {
  going: { tab: "进行中", none: "没有进行中的考核", then: "安排一次考核，或按季度做一份考核计划，考官会收到提醒。" },
  released: { tab: "已出结果", none: "还没有考核结果", then: "考官把考核表交上来以后，结果在这里。" },
  unfinished: { tab: "未完成", none: "没有未完成的考核", then: "抽户后 24 小时没有交考核表的，和取消了的，都留在这里，不算 0 分。" },
  appeals: { tab: "申诉", none: "没有申诉", then: "考核对象在出结果后 5 个工作日内可以申诉一次，由没参加这次考核的同事复核。" },
  examine: { tab: "要考的", none: "现在没有要你考的", then: "党建办安排你做考官以后，在这里到现场抽户、打分。" },
  examined: { tab: "考过的", none: "你还没有考过", then: "考完的、没考完的，都在这里查得到。" },
  mentees: { tab: "学员的结果", none: "学员还没有考核结果", then: "你带的学员考完，结果在这里；具体哪一户、答案是什么，只有学员自己看得到。" },
  own: { tab: "我的考核", none: "你还没有考核", then: "考官抽户以后这里看得到，考完看结果。平时把走访日志和户情记准，就是准备。" },
};
