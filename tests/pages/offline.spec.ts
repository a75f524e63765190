import fs from "node:fs";
import { setCode, unlock } from "./codes";
import { awake, expect, open, phone, signIn, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { holds, kill, newFolder, onPhone } from "./profiles";
import { said, timesListed, write } from "./writing";

const code = "427905";

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|50\d)/] });

test("after the browser was closed it opens without a network: code, visit, queue; with one the visit arrives once", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const [folder, words] = [newFolder(), said("山上没有信号，记在手机上")];
  const first = await onPhone(folder, baseURL!);
  await signIn(first.page, "linxiao");
  await setCode(first.page, code);
  await first.context.close();

  const second = await onPhone(folder, baseURL!);
  await second.context.setOffline(true);
  const began = Date.now();
  await second.page.goto("/visits/new");
  await second.page.getByLabel("6 位口令").waitFor();
  const locked = Date.now() - began;
  await unlock(second.page, "000001");
  await expect(second.page.getByText("口令不对，还可以试 4 次")).toBeVisible();
  await expectTargets(second.page);
  const unlocking = Date.now();
  await unlock(second.page, code);
  await expect(second.page.getByRole("group", { name: "走访哪一户" })).toBeVisible();
  console.log(`offline: code asked after ${locked} ms, form ${Date.now() - unlocking} ms after the code`);
  expect(await second.page.locator("main").innerText()).not.toMatch(/1[3-9]\d{9}/);
  await write(second.page, words);
  await expectNoSidewaysScroll(second.page);
  await second.page.getByRole("button", { name: "提交日志" }).tap();
  await expect(second.page.getByText(/^已存本机，没有网络/)).toBeVisible();
  kill(folder);
  await second.context.close().catch(() => undefined);

  const third = await onPhone(folder, baseURL!);
  await third.context.setOffline(true);
  await third.page.goto("/");
  await unlock(third.page, code);
  await expect(third.page.getByRole("list", { name: "待发送" })).toContainText(words);
  await expect(third.page.getByRole("heading", { name: /^我的农户 \d+$/ })).toBeVisible();
  await third.context.setOffline(false);
  await expect(third.page.getByRole("list", { name: "这周已送达" })).toBeVisible({ timeout: 30_000 });
  await third.page.getByRole("link", { name: "回到青蓝" }).first().tap();
  await awake(third.page);
  expect(await timesListed(third.page, words)).toBe(1);
  await third.context.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test("signing out without a network leaves nothing one can read or open, here or in the next tab; the session ends at the first contact", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const [folder, words] = [newFolder(), said("这句话只有本人能看")];
  const { context, page } = await onPhone(folder, baseURL!);
  await signIn(page, "linxiao");
  await setCode(page, code);
  await open(page, "/visits/new");
  const names = await page.getByRole("group", { name: "走访哪一户" }).locator("li b").allInnerTexts();
  await write(page, words);
  await page.waitForTimeout(1_000); // within a second every key is on the phone
  await open(page, "/settings");
  const other = await context.newPage();
  await open(other, "/households");
  await context.setOffline(true);
  await page.getByRole("button", { name: "退出登录" }).tap();
  await page.getByRole("button", { name: "加密保留在这部手机上，退出" }).tap();
  await expect(page.getByRole("heading", { name: "已退出登录" })).toBeVisible();
  await expect(other.getByRole("heading", { name: "已退出登录" })).toBeVisible();
  await page.goBack({ timeout: 5_000, waitUntil: "commit" }).catch(() => undefined);
  await expect(page.getByLabel("6 位口令")).toHaveCount(0);
  expect((await context.cookies()).map(({ name }) => name).sort()).toContain("ql-leaving");
  const seat = (await context.cookies()).find(({ name }) => name.endsWith("qinglan.sid"))!;
  await other.close();
  await context.setOffline(false);
  await page.goto("/visits");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await context.cookies()).filter(({ name }) => /sid|leaving/.test(name))).toEqual([]);
  await context.addCookies([seat]);
  await page.goto("/visits");
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
  expect(names.length).toBeGreaterThan(2);
  for (const text of [words, ...names, ...names.map((name) => name.replace(" 户", "")), code]) expect([text, holds(folder, text)]).toEqual([text, []]);
  expect(holds(folder, "qinglan").length).toBeGreaterThan(0);

  const again = await onPhone(folder, baseURL!);
  await signIn(again.page, "linxiao");
  await open(again.page, "/outbox");
  await expect(again.page.getByText(words)).toBeVisible();
  await again.context.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test("five wrong codes close it for good; what was not sent is still there after signing in", async ({ as }) => {
  const lin = await as("linxiao", { ...phone, fresh: true });
  const words = said("口令忘了也不丢");
  await setCode(lin, code);
  await open(lin, "/visits/new");
  await write(lin, words);
  await lin.waitForTimeout(1_000);
  await lin.context().setOffline(true);
  await lin.goto("/outbox");
  for (const wrong of ["000001", "000002", "000003", "000004", "000005"]) {
    await unlock(lin, wrong);
    await lin.getByText(wrong === "000005" ? "口令打不开了，已经清掉" : `还可以试 ${5 - Number(wrong)} 次`).waitFor();
  }
  await lin.goto("/outbox");
  await expect(lin.getByRole("heading", { name: "现在连不上服务器" })).toBeVisible();
  await expect(lin.getByLabel("6 位口令")).toHaveCount(0);
  await lin.context().setOffline(false);
  await open(lin, "/outbox");
  await expect(lin.getByText(words)).toBeVisible();
});

test("a session that somebody ended closes what opens without a network; another person's signing in does too", async ({ as, stranger }) => {
  const yu = await as("yujiaqi", { ...phone, fresh: true });
  await setCode(yu, code);
  const desk = await stranger();
  await signIn(desk, "yujiaqi");
  await open(desk, "/settings");
  await desk.getByRole("button", { name: "退出所有设备" }).click();
  await expect(desk).toHaveURL(/sign-in/);
  await open(yu, "/visits/new").catch(() => undefined);
  await expect(yu).toHaveURL(/sign-in/);
  await signIn(yu, "linxiao");
  await open(yu, "/settings");
  await expect(yu.getByRole("button", { name: "设口令" })).toBeVisible();
  await yu.context().setOffline(true);
  await yu.goto("/");
  await expect(yu.getByRole("heading", { name: "现在连不上服务器" })).toBeVisible();
  await expect(yu.getByLabel("6 位口令")).toHaveCount(0);
});
