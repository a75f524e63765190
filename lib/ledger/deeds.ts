import type { Beginning, Change } from "@/lib/gate/policy";

/** What the gate itself writes down, without a desk. */
type AtTheDoor = "town.found" | "session.start" | "session.locked" | "account.activate";
export type Deed = Beginning | Change | AtTheDoor;

/** Every deed as the auditor reads it. A deed without a name here does not compile. */
export const deedNames: Record<Deed, string> = {
  "town.found": "建镇",
  "person.add": "新增人员",
  "person.revise": "修改人员资料",
  "person.leave": "办理离岗",
  "skills.keep": "修改专长和想学",
  "village.add": "新增村社",
  "village.revise": "修改村社",
  "grid.add": "新增网格",
  "assignment.open": "安排联村包户",
  "assignment.end": "结束联村包户",
  "pairing.open": "结对",
  "pairing.propose": "提出结对",
  "pairing.accept": "接受结对",
  "pairing.decline": "没有接受结对",
  "pairing.pause": "暂停结对",
  "pairing.resume": "恢复结对",
  "pairing.end": "结束结对",
  "agreement.draft": "写结对协议",
  "agreement.revise": "修改结对协议",
  "agreement.markGoal": "记帮带目标",
  "pairing.sign": "确认结对协议",
  "coaching.add": "记帮带",
  "coaching.learn": "写我学到",
  "assessment.write": "写月度评价",
  "assessment.reply": "回复月度评价",
  "evaluation.give": "结对双向评价",
  "enterprise.add": "新增企业",
  "household.add": "新增农户",
  "household.revise": "修改农户资料",
  "household.leave": "农户迁出",
  "household.unmask": "查看农户资料",
  "household.revealPhone": "查看联系电话",
  "visit.save": "存草稿",
  "visit.submit": "提交走访日志",
  "visit.resubmit": "补充后再交",
  "visit.recall": "撤回走访日志",
  "visit.discard": "删除草稿",
  "visit.approve": "通过走访日志",
  "visit.return": "请作者补充",
  "visit.passOn": "转交批阅",
  "visit.undoReview": "收回批阅",
  "visit.remark": "写批注",
  "visit.sendRemarks": "发出批注",
  "absence.open": "请人代批阅",
  "absence.end": "结束代批阅",
  "visit.reassign": "改派批阅人",
  "visit.unlock": "解锁走访日志",
  "visit.park": "暂存走访（户已移交）",
  "parked.handOver": "转交暂存的走访",
  "parked.withdraw": "撤回暂存的走访",
  "parked.admit": "收进走访日志",
  "parked.decline": "不收暂存的走访",
  "photo.keep": "收下照片",
  "photo.remove": "删除照片",
  "problem.raise": "上报问题",
  "presets.keep": "修改常用语",
  "feedback.say": "提投诉建议",
  "feedback.answer": "答复投诉建议",
  "import.check": "预检导入",
  "import.apply": "执行导入",
  "import.undo": "撤销导入",
  "account.issueActivation": "发激活码",
  "account.activate": "开通账号",
  "account.changePassword": "修改密码",
  "account.rename": "修改账号名",
  "account.disable": "停用账号",
  "account.enable": "启用账号",
  "account.unlock": "解锁账号",
  "session.start": "登录",
  "session.end": "退出登录",
  "pack.take": "离线包下到手机",
  "notice.done": "收起提醒",
  "session.locked": "登录被锁定",
};

/** What a founding command or a script wrote may be unknown here; then its own word stands. */
export const deedName = (action: string): string => (isDeed(action) ? deedNames[action] : action);
export const isDeed = (action: string | undefined): action is Deed => action !== undefined && Object.hasOwn(deedNames, action);

const fieldNames: Record<string, string> = {
  answerBy: "答复期限", byId: "写的人", comment: "评语", fit: "合适程度", handover: "交接说明", heldOn: "帮带日期", helped: "最有帮助",
  learned: "我学到", learnedAt: "写我学到的时间", level: "评价", method: "帮带方法", missed: "还差", month: "月份", nextStep: "下一步",
  problemId: "问题", repliedAt: "回复时间", reply: "回复", reverse: "以新促老", side: "哪一方", topic: "主题", visitId: "走访日志", wish: "想说的话",
  changedAt: "改动时间", changedById: "改动的人", mentorSignedAt: "导师确认时间", menteeSignedAt: "学员确认时间", pairingId: "结对",
  account: "走访情况", activatedAt: "开通时间", answer: "答复", answeredAt: "答复时间", asOf: "截至日期", atmosphere: "气氛", authorId: "作者", bytes: "大小", file: "文件",
  bodyHash: "内容指纹", capturedAt: "手机上写好的时间", code: "编号", department: "部门", demo: "示例数据", device: "设备", disabledAt: "停用时间", dueAt: "批阅期限", endedAt: "结束时间",
  endedOn: "结束日期", enterpriseId: "企业", foundedAt: "建镇时间", gridId: "网格", handlerId: "责任人", householdId: "农户", idleUntil: "闲置期限",
  absoluteUntil: "最长期限", keeperId: "转交给", kind: "类型", leftOn: "离岗或迁出日期", matter: "有没有要办的事", menteeId: "学员", mentorId: "导师", name: "名称",
  parkedAt: "暂存时间", personId: "人员", placeId: "地点", raisedById: "上报人", reason: "原因", receivedAt: "收到时间", reviewerId: "批阅人", roles: "角色", seenAt: "最近使用", settledAt: "处理时间", settledById: "处理人",
  slot: "时段", standInId: "代批阅人", staffNo: "工号", startedAt: "开始时间", startedOn: "开始日期", state: "状态", submittedAt: "提交时间", title: "职务或标题",
  topics: "话题", version: "版本", villageId: "村社", visitEveryDays: "走访间隔", visitedOn: "走访日期", week: "周", cause: "结束原因",
};

/** Which fields a deed touched, as people call them. The id of a new thing and the keys for searching say nothing. */
export const fieldsTouched = (changed: Record<string, unknown>): string[] =>
  Object.keys(changed).filter((field) => !["id", "sortKey", "searchKey"].includes(field)).map((field) => fieldNames[field] ?? field);
