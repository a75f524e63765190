/** 投诉建议 of a few weeks, by account. Times are working days before the town was made: they never grow stale. */
export interface FeedbackMaterial {
  by: string;
  /** The page it was written from. */
  page: string;
  says: string;
  workdaysAgo: number;
  answer?: { by: string; says: string; afterWorkdays: number };
}

export const feedback: readonly FeedbackMaterial[] = [
  {
    by: "chensimin", page: "/visits/new", workdaysAgo: 38,
    says: "山脚那一片没有信号，记到一半会不会丢？下村的时候心里没底。",
    answer: {
      by: "dangjian", afterWorkdays: 2,
      says: "不会丢，刚写的内容先存在手机上，有网再传。周二例会后我们陪你走一趟试试。",
    },
  },
  {
    by: "laiyongming", page: "/reviews", workdaysAgo: 33,
    says: "批阅时想先看这一户以前的走访，不然不知道事情有没有重复。",
    answer: { by: "dangjian", afterWorkdays: 3, says: "批阅页右边就是这一户以前的走访日志，手机上往下翻能看到。" },
  },
  {
    by: "shenguofu", page: "/", workdaysAgo: 27,
    says: "字太小，老花眼看着吃力。周二会上要念，能不能放大一点？",
    answer: { by: "xusijia", afterWorkdays: 1, says: "右上角可以把文字改成大或特大，改一次就记住了。要是找不到，打党建办电话，我们来教。" },
  },
  {
    by: "yujiaqi", page: "/visits", workdaysAgo: 22,
    says: "区里另一个系统也要填走访情况，同样的话写两遍。",
    answer: { by: "dangjian", afterWorkdays: 4, says: "走访日志上点“复制文字”，可以直接贴过去。两边能不能只填一处，已向区里反映。" },
  },
  {
    by: "wangge", page: "/problems", workdaysAgo: 16,
    says: "群众问上次报的水沟什么时候清，我答不上来。希望报上去的事能看到走到哪一步。",
    answer: { by: "loujingwen", afterWorkdays: 2, says: "“问题”里能看到现在的状态和经手人。那条水沟已经请村里安排，清完会告诉你。" },
  },
  {
    by: "fuchenjie", page: "/visits/new", workdaysAgo: 11,
    says: "照片是不是一定要拍？有的人家不愿意，拍了反而生分。",
    answer: { by: "dangjian", afterWorkdays: 1, says: "不用拍。照片和位置都是选填，不作为考核依据。人家不愿意就不拍。" },
  },
  {
    by: "konghaiyan", page: "/reviews", workdaysAgo: 3,
    says: "建议周三夜访回来的日志，批阅时间从第二天早上算起，晚上就不催了。",
  },
  {
    by: "wanglulu", page: "/households", workdaysAgo: 1,
    says: "我们社区有几户搬走了还在名单上，想请党建办教一下怎么改。",
  },
];
