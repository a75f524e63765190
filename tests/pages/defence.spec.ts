import type { Page } from "@playwright/test";
import { criterion, handIn, mark, markAll, names, plan, seat, start, topicPath } from "./defences";
import { desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

// A browser without a network says so of every try.
test.use({ forgives: [/ERR_INTERNET_DISCONNECTED/] });

/** Nobody of them is in a group, in a pairing with one, or of a department that has somebody there. */
const bench = ["xieshuiqin", "caojianping", "yanlihong", "maozhigang", "panyaqin"] as const;
const letters = ["xsq", "曹建平", "yanlihong", "mzg", "pyq"] as const;
const title = "独居老人的日常照应网络";

test("the whole life of one defence: five judges, one without a network, one sheet given back, two people to publish", async ({ as }) => {
  test.setTimeout(180_000);
  const office = await as("loujingwen");
  const path = `${await topicPath(office, title)}/defence`;
  await open(office, path);
  await office.getByLabel("找评委").fill("khy"); // 孔海燕 is of the group
  await expect(office.getByRole("list", { name: "可以选的评委" })).toContainText("要回避");
  await plan(office, path, letters, 4);
  await start(office);

  const judges: Page[] = [];
  for (const account of bench) judges.push(await as(account, phone));
  for (const judge of judges) await seat(judge, path);
  await expectNoSidewaysScroll(judges[0]!);
  await expectTargets(judges[0]!);
  await judges[0]!.getByRole("button", { name: "交评分" }).tap();
  await expect(judges[0]!.getByText(/还有 4 项没有评：问题找得准/)).toBeVisible();

  // Two at the same instant.
  await Promise.all([markAll(judges[0]!, [95, 85, 85, 85]), markAll(judges[1]!, [85, 86, 95, 75])]);
  await Promise.all([handIn(judges[0]!), handIn(judges[1]!)]);
  await expect(judges[0]!.getByRole("row", { name: /谢水琴/ })).toContainText("88.00");
  await open(judges[0]!, path);
  await expect(judges[0]!.getByRole("row", { name: /曹建平/ })).toContainText("86.75");

  await withoutNetwork(judges[2]!, path);
  await handIn(judges[2]!);
  await markAll(judges[3]!, [75, 75, 75, 75]);
  await handIn(judges[3]!);
  await markAll(judges[4]!, [95, 95, 50, 95]);
  await handIn(judges[4]!);

  await open(office, path);
  await expect(office.getByRole("heading", { name: "评委（已交 5）" })).toBeVisible();
  await giveBack(office, "毛志刚");
  await seat(judges[3]!, path);
  await expect(judges[3]!.getByText("评分表退回来了")).toBeVisible();
  await mark(judges[3]!, names[0], 50);
  await handIn(judges[3]!);

  await open(office, path);
  await office.getByRole("button", { name: "停止评分" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "停止评分" }).click();
  await expect(office.getByText("暂定成绩，还没有公布")).toBeVisible();
  await expect(office.getByText(/评分是你停止的/)).toBeVisible();
  await expect(office.getByRole("button", { name: "公布成绩" })).toHaveCount(0);
  // 88.00, 86.75, 85.10, 67.50 (50 75 75 75), 81.50: the highest and the lowest are left out.
  await expect(office.getByText("84.45", { exact: true })).toBeVisible();

  const leader = await as("zhenlingdao");
  await open(leader, "/topics/results");
  await expect(leader.getByRole("row", { name: new RegExp(title) })).toContainText("已停止评分");
  await leader.getByLabel(title).check();
  await leader.getByRole("button", { name: "公布成绩" }).click();
  await expect(leader.getByRole("row", { name: new RegExp(title) })).toContainText("84.45");

  const member = await as("hanyuting", phone);
  await open(member, path);
  for (const words of ["84.45", "第 1 次交的评分表", "评委之间最多差 20.50 分"]) await expect(member.getByText(words).first()).toBeVisible();
  await expectNoSidewaysScroll(member);
  await recomputes(office, path);
  await followsUp(office, member, path);
});

/** The marks stay where they are, say that they wait, outlive the page, and arrive when there is a network again. */
async function withoutNetwork(judge: Page, path: string): Promise<void> {
  await mark(judge, names[0], 85);
  await expect(judge.getByText("都存上了")).toBeVisible();
  await judge.context().setOffline(true);
  await mark(judge, names[1], 86);
  await mark(judge, names[2], 85);
  await expect(judge.getByText("2 项还没存上")).toBeVisible();
  await expect(criterion(judge, names[1]).getByText("还没存上")).toBeVisible();
  await mark(judge, names[3], 84);
  await judge.getByRole("button", { name: "交评分" }).tap();
  await expect(judge.getByText(/还有 3 项没存上，连上网会自动存/)).toBeVisible();
  await judge.context().setOffline(false);
  await expect(judge.getByText("都存上了")).toBeVisible({ timeout: 15_000 });
  await seat(judge, path);
  for (const [i, points] of [85, 86, 85, 84].entries()) await expect(criterion(judge, names[i]!).getByLabel(`${names[i]!} ${points} 分`)).toBeVisible();
}

async function giveBack(office: Page, name: string): Promise<void> {
  const row = office.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: /^退回评分表/ }).click();
  await office.getByLabel("退回原因").fill("第一项点错了一档，当场说明");
  await office.getByRole("dialog").getByRole("button", { name: "退回评分表", exact: true }).click();
  await expect(row).toContainText("退回，等再交");
}

async function recomputes(office: Page, path: string): Promise<void> {
  await open(office, `${path}/method`);
  await expect(office.getByText("重算 84.45，和公布的成绩一样")).toBeVisible();
  await expect(office.getByText("86 × 25 = 2150").first()).toBeVisible();
  await expect(office.getByText(/（86\.75 \+ 85\.10 \+ 81\.50）÷ 3 = 253\.35 ÷ 3 = 84\.45/)).toBeVisible();
  const pdf = await office.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect([1, 2]).toContain(sheets);
}

/** What was asked is given to somebody of the group until a day, and answered. */
async function followsUp(office: Page, member: Page, path: string): Promise<void> {
  await open(office, path);
  await office.getByRole("button", { name: "记下提问" }).click();
  await office.getByLabel("提问", { exact: true }).fill("没有手机的老人怎么联系？");
  await office.getByRole("dialog").getByRole("button", { name: "记下提问" }).click();
  await office.getByRole("button", { name: "关闭窗口" }).click();
  const asked = office.getByRole("listitem").filter({ hasText: "没有手机的老人" });
  await expect(asked).toContainText("还没有人跟进");
  await asked.getByRole("button", { name: "交给谁跟进" }).click();
  await office.getByLabel("谁跟进", { exact: true }).selectOption({ label: "韩雨婷" });
  await office.getByLabel("哪天以前").fill("2099-01-01");
  await office.getByRole("button", { name: "交给组员跟进" }).click();
  await expect(asked).toContainText("韩雨婷 跟进");
  await open(member, path);
  const mine = member.getByRole("listitem").filter({ hasText: "没有手机的老人" });
  await mine.getByRole("button", { name: "答复提问" }).click();
  await member.getByLabel("答复", { exact: true }).fill("由邻居每天敲一次门。");
  await member.getByRole("button", { name: "存下答复" }).click();
  await expect(mine).toContainText("由邻居每天敲一次门。");
}

test("while scoring is open nobody who may not read a score is sent one, in no page and no payload", async ({ as }) => {
  test.setTimeout(180_000);
  const office = await as("loujingwen");
  const topic = await topicPath(office, "屋后小沟小渠的长效管护");
  await plan(office, `${topic}/defence`, letters.slice(0, 3), 2);
  await start(office);
  const judge = await as(bench[0], phone);
  await seat(judge, `${topic}/defence`);
  await inOneRow(await as(bench[0], { ...phone, size: "large" }), `${topic}/defence`);
  // Numbers that nothing else on these pages is; 73×30 + 97×25 + 74×30 + 98×15 = 8305.
  await markAll(judge, [73, 97, 74, 98]);
  await handIn(judge);
  const pages = [topic, `${topic}/defence`, `${topic}/defence/method`, "/topics", "/topics/results", "/topics/timeline", "/", "/notices"];
  const others = [bench[1], "wangyifeng", "jinyanni", "fuguoping", "zhenlingdao", "qujingyi"]; // judge, the group's leader, member, adviser and mentor, town leader, outsider
  expect(await leaks(judge, [`${topic}/defence`]), "the canary is where it may be").not.toEqual([]);
  expect(await leaks(office, [`${topic}/defence`])).not.toEqual([]);
  for (const account of others) expect(await leaks(await as(account, desk), pages), account).toEqual([]);

  const second = await as(bench[1], phone);
  await seat(second, `${topic}/defence`);
  await expect(second.getByText(/未交|已交/)).toHaveCount(0);
});

/** Five levels beside each other, each under a thumb, in large letters too. */
async function inOneRow(judge: Page, path: string): Promise<void> {
  await seat(judge, path);
  const tops = await judge.getByRole("group", { name: `${names[0]}的档次` }).getByRole("button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect([tops.length, new Set(tops).size]).toEqual([5, 1]);
  await expectTargets(judge);
  await expectNoSidewaysScroll(judge);
}

/** A mark or the total standing by itself, in words, in a table or as a number in the payload. */
const canary = /(?<=[>":,[\s])(73|97|98|83\.05|8305)(?=[<",\]}\s\\])/g;

async function leaks(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths)
    for (const headers of [{}, { RSC: "1" }]) {
      const text = await (await page.context().request.get(path, { headers })).text();
      for (const { 0: hit, index } of text.matchAll(canary)) found.push(`${path} ${"RSC" in headers ? "RSC" : "HTML"} ${hit}: ${text.slice(index - 30, index + 30)}`);
    }
  return found;
}
