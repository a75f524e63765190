import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./fits";
import { awake, DEMO_PASSWORD, desk, expect, knock, open, phone, test } from "./fixtures";

const words = `老人腿脚不便，想办高龄补贴 ${Date.now() % 100_000}`;

test.describe("signed out elsewhere", () => {
  test.use({ forgives: [/status of 401|ERR_FAILED/] });

  test("a session that ends while one writes loses nothing: it comes back after signing in, and is there once", async ({ as }) => {
    const here = await as("ouyangsiqi", { ...phone, fresh: true });
    await open(here, "/visits/new");
    await write(here, words);
    const there = await as("ouyangsiqi", { ...desk, fresh: true });
    await open(there, "/settings");
    await there.getByRole("listitem").filter({ hasText: "苹果手机" }).getByRole("button", { name: "退出这台" }).click();
    await expect(there.getByRole("listitem").filter({ hasText: "苹果手机" })).toHaveCount(0);

    await here.getByRole("button", { name: "提交日志" }).dblclick();
    // Ended by a hand, it leaves nothing in sight: what was handed in rests sealed until its author is back.
    await expect(here).toHaveURL(/\/sign-in\?callbackUrl=\/outbox/);
    await awake(here);
    await knock(here, "ouyangsiqi", DEMO_PASSWORD);
    await expect(here).toHaveURL(/\/outbox/);
    await expect(here.getByRole("list", { name: "这周已送达" }).getByRole("listitem")).toHaveCount(1);
    await open(here, "/visits?whose=mine&state=submitted");
    await expect(here.getByRole("table", { name: "走访日志" }).getByText(words)).toHaveCount(1);
  });

  test("where the phone is full the page stays, says why, lets its author back in on the spot, and the visit is there once", async ({ as }) => {
    const here = await as("jiangmuyang", { ...phone, fresh: true });
    const said = `${words} 手机满了`;
    await open(here, "/visits/new");
    await write(here, said);
    const other = await here.context().newPage();
    await open(other, "/outbox");
    await expect(other.getByRole("list", { name: "没写完的草稿" })).toContainText(said); // so far the phone has kept it
    await here.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await here.route("**/api/v1/outbox", (route) => route.abort());
    await here.getByRole("button", { name: "提交日志" }).tap();
    await expect(here.getByText(/^这个浏览器存不了本机.*先别关页面$/)).toBeVisible();
    await open(other, "/settings");
    await other.getByRole("button", { name: "退出登录" }).tap();
    await other.getByRole("button", { name: "加密保留在这部手机上，退出" }).tap();
    await expect(other).toHaveURL(/sign-in/);

    await expect(here.getByRole("heading", { name: "已退出登录，还有 1 条只在这一页上" })).toBeVisible();
    await expect(here.getByText(said)).toBeHidden();
    await expectNoSidewaysScroll(here);
    await here.unroute("**/api/v1/outbox");
    await knock(here, "jiangmuyang", DEMO_PASSWORD);
    await expect(here).toHaveURL(/\/outbox$/);
    await open(here, "/visits?whose=mine&state=submitted");
    await expect(here.getByRole("table", { name: "走访日志" }).getByText(said)).toHaveCount(1);
  });
});

test("nothing chosen is said in words beside the field; a draft is put aside and continued; a missed visit needs only its reason", async ({ as }) => {
  const page = await as("chensimin", phone);
  await open(page, "/visits/new");
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText("选择走访的农户")).toBeVisible();
  await chooseDoor(page);
  await page.getByRole("button", { name: "提交日志" }).tap();
  for (const missing of ["选一项谈了什么", "用一句话写写谈了什么", "选择有没有要办的事"]) await expect(page.getByText(missing)).toBeVisible();
  await page.getByLabel("一句话记录").fill(words);
  await page.getByRole("button", { name: "存草稿" }).tap();
  await expect(page.getByText("草稿已存，可以接着写，也可以离开")).toBeVisible();

  await open(page, "/");
  await page.getByRole("listitem").filter({ hasText: words }).getByRole("link", { name: /^接着写/ }).tap();
  await expect(page.getByLabel("一句话记录")).toHaveValue(words);
  await awake(page);
  await page.getByText("养老就医", { exact: true }).tap();
  await page.getByText("有，要上报", { exact: true }).tap();
  await page.getByLabel("要办的事", { exact: true }).fill("高龄补贴没人帮忙办");
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText("已提交，导师 沈雅琴 会看到")).toBeVisible();
  await open(page, "/problems");
  await expect(page.getByText("高龄补贴没人帮忙办").filter({ visible: true })).toBeVisible();

  await open(page, "/visits/new");
  await chooseDoor(page);
  await page.getByRole("button", { name: "没走成" }).tap();
  await page.getByText("不便接待", { exact: true }).tap();
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText(/^已提交/)).toBeVisible();
  await page.getByRole("link", { name: "看这条日志" }).tap();
  await expect(page.getByText("没走成：不便接待")).toBeVisible();
});

test("what is at fault is never out of sight: a day to come is said beside its field, which opens for it", async ({ as }) => {
  const page = await as("laihaojie", phone);
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  await open(page, "/visits/new");
  await write(page, `${words} 日子写错了`);
  const more = page.getByRole("button", { name: /^(日访|夜访) · / });
  for (const [days, said] of [[60, "下次走访不能早于这次"], [1, /走访日期不能晚于今天（/]] as const) {
    if ((await more.getAttribute("aria-expanded")) === "false") await more.tap();
    await page.getByLabel("走访日期").fill(dayIn(days));
    if ((await more.getAttribute("aria-expanded")) === "true") await more.tap();
    await page.getByRole("button", { name: "提交日志" }).tap();
    await expect(page.getByText(said)).toBeInViewport();
  }
  await page.getByLabel("走访日期").fill(dayIn(0));
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText(/^已提交/)).toBeVisible();
});

test.describe("without a net", () => {
  test.use({ forgives: [/ERR_INTERNET_DISCONNECTED/] });

  test("a server that does not answer is said so; what was handed in is on the phone and goes by itself", async ({ as }) => {
    const page = await as("chensimin", phone);
    await open(page, "/visits/new");
    await write(page, words);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "提交日志" }).tap();
    await expect(page.getByText("已存本机，没有网络，有网后自动发送。现在可以关掉页面")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(/^已提交/)).toBeVisible();
  });
});

async function chooseDoor(page: Page): Promise<void> {
  await page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button").first().tap();
}

async function write(page: Page, text: string): Promise<void> {
  await chooseDoor(page);
  await page.getByText("养老就医", { exact: true }).tap();
  await page.getByLabel("一句话记录").fill(text);
  await page.getByText("没有", { exact: true }).tap();
}
