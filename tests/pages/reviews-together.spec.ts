import { expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { findings, handIn, lineOf, reading } from "./reviewing";
import { Taps } from "./taps";

const mark = `${Date.now() % 100_000}`;

test.describe.configure({ mode: "serial" });
test.use({ forgives: [/ERR_FAILED/] });

test("whoever is second reads who was first; a signal that fails brings the log back", async ({ as }) => {
  await handIn(await as("linxiao"), [`两个人同时，${mark}`, `没有信号，${mark}`]);
  const [wang, office] = [await as("wangjianguo"), await as("dangjian")];
  await open(wang, "/reviews");
  await lineOf(wang, `两个人同时，${mark}`).getByRole("link").click();
  await expect(reading(wang)).toContainText(`两个人同时，${mark}`);
  const id = new URL((await lineOf(wang, `两个人同时，${mark}`).getByRole("link").getAttribute("href"))!, "http://here").searchParams.get("visit")!;
  await open(office, `/reviews?visit=${id}`);
  await office.keyboard.press("a");
  await office.getByLabel("为什么代为批阅").fill("导师出差，代为批阅");
  await office.keyboard.press("Enter");
  await expect(lineOf(office, `两个人同时，${mark}`)).toContainText("已通过");
  await wang.keyboard.press("a");
  await expect(lineOf(wang, `两个人同时，${mark}`)).toContainText("已由 陈利芬 批阅：通过");

  await lineOf(wang, `没有信号，${mark}`).getByRole("link").click();
  await wang.route("**/api/v1/reviews", (route) => route.abort());
  await wang.keyboard.press("a");
  await expect(lineOf(wang, `没有信号，${mark}`)).toContainText("没能连上服务器，这一条还没有批阅");
  await wang.unroute("**/api/v1/reviews");
  await lineOf(wang, `没有信号，${mark}`).getByRole("link").click();
  await wang.keyboard.press("a");
  await expect(lineOf(wang, `没有信号，${mark}`)).toContainText("已通过");
});

test("only what was opened can pass in one go", async ({ as }) => {
  await handIn(await as("linxiao"), [1, 2, 3].map((n) => `一并通过${n}，${mark}`));
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, `一并通过1，${mark}`).getByRole("link").click();
  await expect(reading(wang)).toContainText("一并通过1，");
  await wang.keyboard.press("j");
  await expect(reading(wang)).toContainText("一并通过2，");
  const button = wang.getByRole("button", { name: /^通过已看过的 \d+ 条/ });
  await expect(button).toBeVisible();
  await button.click();
  for (const n of [1, 2]) await expect(lineOf(wang, `一并通过${n}，${mark}`)).toContainText("已通过");
  await expect(lineOf(wang, `一并通过3，${mark}`)).not.toContainText("已通过");
});

test("on a phone one thumb does it: a row, the log, the answer, the next log", async ({ as }) => {
  await handIn(await as("linxiao"), [`拇指之1，${mark}。水沟通了。`, `拇指之2，${mark}。`]);
  const wang = await as("wangjianguo", phone);
  await open(wang, "/reviews");
  await expectTargets(wang);
  const taps = new Taps();
  await taps.tap(lineOf(wang, `拇指之1，${mark}`).getByRole("link"));
  await expect(reading(wang)).toContainText("拇指之1");
  await expect(wang.getByRole("list", { name: "待批阅的走访日志" })).toBeHidden();
  await expectTargets(wang);
  await expectNoSidewaysScroll(wang);
  expect(await findings(wang)).toEqual([]);
  const box = await wang.getByRole("button", { name: "通过", exact: true }).boundingBox();
  expect(box!.y).toBeGreaterThan(phone.height * 0.66);
  await reading(wang).getByRole("button", { name: "水沟通了。" }).tap();
  await wang.getByLabel("批注", { exact: true }).fill("好");
  await wang.getByRole("button", { name: "存下批注" }).tap();
  await taps.tap(wang.getByRole("button", { name: "通过", exact: true }));
  await expect(reading(wang)).toContainText("拇指之2");
  await expect(wang.getByRole("button", { name: /^撤销/ })).toBeVisible();
  await taps.tap(wang.getByRole("button", { name: "请补充", exact: true }));
  await expectTargets(wang);
  await taps.tap(wang.getByRole("group", { name: "常用语" }).getByRole("button").first());
  await taps.tap(wang.getByRole("button", { name: "请作者补充" }));
  expect(taps.count).toBe(5);
  await wang.goBack();
  await expect(lineOf(wang, `拇指之2，${mark}`)).toContainText("已请补充");
  await expect(wang.getByRole("list", { name: "待批阅的走访日志" })).toBeVisible();
});

test("a mentor asks somebody to stand in, and ends it again", async ({ as }) => {
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await wang.getByRole("button", { name: "请人代批阅" }).click();
  const dialog = wang.getByRole("dialog");
  await dialog.getByLabel("由谁代批阅").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "请人代批阅" }).click();
  await expect(dialog.getByText("原因至少 2 个字，现在 0 个")).toBeVisible();
  await dialog.getByLabel("原因").fill("外出培训");
  await dialog.getByRole("button", { name: "请人代批阅" }).click();
  await expect(dialog.getByRole("listitem")).toContainText("代批阅（外出培训）");
  await dialog.getByRole("button", { name: "结束代批阅" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(0);
});

test("the desk, its panel of keys, a note half written and the figures: axe finds nothing, light or dark", async ({ as }) => {
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  expect(await findings(wang)).toEqual([]);
  await wang.emulateMedia({ colorScheme: "dark" });
  expect(await findings(wang)).toEqual([]);
  await wang.keyboard.press("r");
  expect(await findings(wang)).toEqual([]);
  const office = await as("dangjian");
  await open(office, "/reviews");
  const list = office.getByRole("list", { name: "待批阅的走访日志" });
  expect(await list.getByRole("listitem").count()).toBe(25);
  expect(await list.evaluate((all) => all.scrollHeight - all.clientHeight), "px of the list that are cut off").toBeLessThanOrEqual(2);
  await open(office, "/reviews/times?days=90");
  expect(await findings(office)).toEqual([]);
  await expect(office.getByRole("row").nth(1)).toContainText(/\d+ 篇/);
});
