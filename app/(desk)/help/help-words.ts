/** Kept beside the page: what the policy gives, in the words of the people it is given to. */
export const sights = [
  { label: "青年干部", value: "自己写的走访日志；联系的村社和包的户。户主姓名平时只显示“张**”，自己包的户看得到全名" },
  { label: "导师", value: "学员交上来的走访日志，和学员包的户（姓名遮住，写明原因可以看十分钟）" },
  { label: "村社干部", value: "本村的户，和这些户已通过的走访日志" },
  { label: "网格员", value: "自己网格的户" },
  { label: "党建办", value: "全镇的走访、结对和农户（姓名看得到，收入和难题的内容遮住）" },
  { label: "镇领导", value: "全镇的数字和已通过的走访日志" },
  { label: "系统管理员", value: "只有账号，看不到任何农户资料和走访日志" },
  { label: "审计员", value: "只有台账：谁在什么时候做了什么，不含内容" },
];

export const week = [
  { label: "周一", value: "看下一户建议，选好这周去谁家；导师把上周的日志批完" },
  { label: "周二", value: "走访日：下村例会，白天走访，当场记一句。遇放假顺延到本周下一个工作日" },
  { label: "周三", value: "访谈夜：晚上走访白天上班的人家" },
  { label: "周四周五", value: "补全并提交走访日志，回复“请补充”；导师 48 个工作小时内批阅" },
];

export const promises = [
  "不要求拍照、不要求定位，这些都是选填，不作为考核依据",
  "不统计谁用了多久、登录了几次，不给人排先后",
  "同一件事不填两遍：报表从走访日志里算出来",
  "不装应用，浏览器打开就能用",
  "写好还没发出，户就移交了：这条走访存在系统里，可以转交给现在包户的人，不会丢",
];

export const keys = [
  { label: "Ctrl K", value: "搜索人、户、村社和走访日志" },
  { label: "J K", value: "批阅时看下一篇、上一篇" },
  { label: "A", value: "通过并看下一篇" },
  { label: "R", value: "请补充" },
  { label: "?", value: "看这一页有哪些按键" },
];
