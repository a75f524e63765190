import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { reminders, showNow } from "./reminders";
import { handIn, lineOf, reading } from "./reviewing";

const said = `门口路灯不亮，${Date.now() % 100_000}`;

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^提醒/ });
const counted = async (page: Page) => Number(/\d+/.exec((await bell(page).getAttribute("aria-label")) ?? "")?.[0] ?? 0);

test("what a mentor asks for rings once, leads to the log, and is gone when it has been answered", async ({ as }) => {
  showNow(); // whatever the town was told for tomorrow morning
  const lin = await as("linxiao", phone);
  await handIn(lin, [said]);
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, said).getByRole("link").click();
  await expect(reading(wang)).toContainText(said);
  for (const key of ["r", "1", "Enter"]) await wang.keyboard.press(key);
  await expect(lineOf(wang, said)).toContainText("已请补充");

  await open(lin, "/");
  const before = await counted(lin);
  showNow();
  await open(lin, "/");
  expect(await counted(lin)).toBe(before + 1);
  await bell(lin).tap();
  const first = reminders(lin).first();
  await expect(first).toContainText(/走访日志请你补充.*王建国 今天 \d\d:\d\d，因为你是这条走访日志的作者/);
  await expectNoSidewaysScroll(lin);
  await expectTargets(lin);
  await first.getByRole("link", { name: /^补充日志/ }).tap();
  await expect(lin.getByText("王建国想多了解一点", { exact: true })).toBeVisible();
  await lin.getByLabel("一句话记录").fill(`${said}。坏了三天，已报村里。`);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();

  // The frame stays as it was drawn; the number is asked for at the next page.
  await lin.getByRole("navigation").getByRole("link", { name: "今日" }).filter({ visible: true }).tap();
  await expect.poll(() => counted(lin)).toBe(before);
  await open(lin, "/notices?done=1");
  await expect(lin.getByRole("list", { name: "已处理的提醒" }).getByRole("listitem").first()).toContainText(/王建国.*今天 \d\d:\d\d办好/);
});

test("what only tells something is put aside by its reader, with the button or by following it", async ({ as }) => {
  const wang = await as("wangjianguo");
  tellTwice();
  await open(wang, "/");
  const before = await counted(wang);
  await bell(wang).click();
  const list = reminders(wang).filter({ hasText: "结对有变化" });
  await expect(list).toHaveCount(2);
  await expect(list.getByRole("button", { name: /^知道了/ })).toHaveCount(2);
  await list.first().getByRole("button", { name: /^知道了/ }).click();
  await expect(list).toHaveCount(1);
  await expect.poll(() => counted(wang)).toBe(before - 1);
  await list.first().getByRole("link").click();
  await expect(wang).toHaveURL(/\/pairings\/[0-9a-f-]{36}$/);
  await expect.poll(() => counted(wang)).toBe(before - 2);
});

/** 王建国 hears of his pairing with 林晓, and of one more that he may see. */
function tellTwice(): void {
  const raw = new Database(join(process.cwd(), "test-results/town/town.db"));
  const pairs = raw.prepare("select p.id, p.mentor_id mentor, p.mentee_id mentee from pairings p join people m on m.id = p.mentor_id where m.name = '王建国' limit 2").all() as { id: string; mentor: string; mentee: string }[];
  const tell = raw.prepare("insert into notices (id, person_id, kind, subject, subject_id, actor_id, at, show_at) values (?, ?, 'pairing_changed', 'pairing', ?, ?, ?, ?)");
  for (const [i, { id, mentor, mentee }] of [pairs[0]!, pairs[1] ?? pairs[0]!].entries())
    tell.run(`0199${i}000-0000-7000-8000-00000000000${i}`, mentor, id, mentee, Date.now() - 5000, Date.now() - 5000);
  raw.close();
}
