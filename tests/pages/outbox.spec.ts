import fs from "node:fs";
import type { Page } from "@playwright/test";
import { awake, expect, open, phone, signIn, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { holds, kill, newFolder, onPhone } from "./profiles";
import { Taps } from "./taps";
import { said, timesListed, write } from "./writing";

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 50\d/] });

test("without a network a visit is on the phone in a moment, waits in the outbox and goes by itself, once", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const words = said("水管漏了，等水务来看");
  await open(lin, "/visits/new");
  await write(lin, words);
  await lin.context().setOffline(true);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText("已存本机，没有网络，有网后自动发送。现在可以关掉页面")).toBeVisible();
  await expect(lin.getByRole("link", { name: "离线 1 条" })).toBeVisible();
  await expectNoSidewaysScroll(lin);
  await expectTargets(lin);
  await lin.context().setOffline(false);
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  await expect(lin.getByRole("link", { name: /^(离线|待发送)/ })).toHaveCount(0);
  expect(await timesListed(lin, words)).toBe(1);
});

test("a server that breaks, or writes and does not answer, gets it again, and has it once", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const words = said("窗台松了，下雨往里渗");
  await open(lin, "/visits/new");
  await write(lin, words);
  let asked = 0;
  await lin.route("**/api/v1/outbox", async (route) => {
    asked += 1;
    if (asked === 1) return route.fulfill({ status: 500, body: "" });
    if (asked > 2) return route.continue();
    await route.fetch(); // written, and the answer is lost
    return route.abort();
  });
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText("已存本机，系统现在忙，过一会儿自动再发。现在可以关掉页面")).toBeVisible();
  await lin.getByRole("button", { name: "立即发送" }).tap();
  await expect(lin.getByText("已存本机，没有网络，有网后自动发送。现在可以关掉页面")).toBeVisible();
  await lin.getByRole("button", { name: "立即发送" }).tap();
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  expect(asked).toBe(3);
  expect(await timesListed(lin, words)).toBe(1);
});

test("the same visit written in two places is laid side by side, and both are kept with two taps", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const [here, there] = [said("这一段写在手机上"), said("那一段写在电脑上")];
  await open(lin, "/visits/new");
  await write(lin, here);
  await lin.context().setOffline(true);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText(/^已存本机，没有网络/)).toBeVisible();
  const envelope = await sentElsewhere(lin, here, there);
  expect(envelope).toBe("sent");
  await expect(lin.getByRole("link", { name: "要看 1 条" })).toBeVisible();
  const taps = new Taps();
  await taps.tap(lin.getByRole("link", { name: "要看 1 条" }));
  const item = lin.getByRole("list", { name: "要你看一看" }).getByRole("listitem");
  const account = item.getByRole("group", { name: "一句话记录" });
  await expect(account).toContainText(there);
  await expect(item.getByRole("group", { name: "两边不一样的地方" }).locator("fieldset")).toHaveCount(1); // only what differs
  await expect(account.locator("ins").first()).toBeVisible();
  await expect(account.getByLabel("两段都留")).toBeChecked();
  await awake(lin);
  for (const size of ["huge", "large", "standard"]) {
    await lin.evaluate((to) => (document.documentElement.dataset.size = to), size);
    await expectNoSidewaysScroll(lin);
  }
  await taps.tap(item.getByRole("button", { name: "存成选好的" }));
  await expect(lin.getByRole("list", { name: "要你看一看" })).toHaveCount(0);
  expect(taps.count).toBeLessThanOrEqual(4);
  await lin.getByRole("list", { name: "这周已送达" }).getByRole("listitem").last().getByRole("link", { name: "看这条日志" }).tap();
  await expect(lin.getByText(there).first()).toBeVisible();
  await expect(lin.getByText(here).first()).toBeVisible();
});

test("no form opens over words of the same visit that still wait on the phone", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const [here, there] = [said("手机上的这一段还没送到"), said("别处的那一段先到了")];
  await open(lin, "/visits/new");
  await write(lin, here);
  await lin.context().setOffline(true);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText(/^已存本机，没有网络/)).toBeVisible();
  expect(await sentElsewhere(lin, here, there)).toBe("sent");
  await expect(lin.getByRole("link", { name: "要看 1 条" })).toBeVisible();
  await open(lin, "/visits?whose=mine");
  const visit = (await lin.getByRole("row").filter({ hasText: there }).locator('a[href^="/visits/"]').first().getAttribute("href"))!;
  await open(lin, visit);
  await lin.getByRole("button", { name: "撤回日志" }).tap();
  await expect(lin.getByText("草稿", { exact: true }).first()).toBeVisible();
  await open(lin, `${visit}/edit`);
  await expect(lin.getByText("这部手机上还有这一条没送到的内容")).toBeVisible();
  await expect(lin.getByLabel("一句话记录")).toHaveCount(0);
  await expectTargets(lin);
  await lin.getByRole("link", { name: "去待发送看一看" }).tap();
  await expect(lin.getByRole("list", { name: "要你看一看" })).toContainText(here);
  await lin.getByRole("button", { name: "存成选好的" }).tap();
  await expect(lin.getByText(/系统里的这一条刚又变了。再看看两边，选好再存/)).toBeVisible(); // it was taken back since
  await lin.getByRole("button", { name: "存成选好的" }).tap();
  await expect(lin.getByRole("list", { name: "要你看一看" })).toHaveCount(0);
  await expect(lin.getByRole("link", { name: /^(离线|待发送|要看)/ })).toHaveCount(0); // arrived, and not only on its way
  await open(lin, visit);
  for (const words of [here, there]) await expect(lin.getByText(words).first()).toBeVisible();
});

test("whoever writes on and on without a pause is kept as they go", async ({ as }) => {
  const lin = await as("linxiao", phone);
  await open(lin, "/visits/new");
  await write(lin, "");
  const words = "一句接一句说个不停".repeat(4);
  const typing = lin.getByLabel("一句话记录").pressSequentially(words, { delay: 100 });
  await lin.waitForTimeout(2_500);
  const other = await lin.context().newPage();
  await open(other, "/visits/new");
  await expect(other.getByText(/^上次写到这里/)).toBeVisible();
  expect((await other.getByLabel("一句话记录").inputValue()).length).toBeGreaterThanOrEqual(10);
  await typing;
});

test("whoever presses 退出登录 before the phone has been looked through is asked all the same", async ({ as }) => {
  const wu = await as("shijiamin", { ...phone, fresh: true });
  const words = said("还没写完就要走");
  await open(wu, "/visits/new");
  await write(wu, words);
  await wu.waitForTimeout(1_000);
  await wu.addInitScript(() => {
    const real = Object.getOwnPropertyDescriptor(SubtleCrypto.prototype, "importKey")!.value as (...given: unknown[]) => Promise<CryptoKey>;
    const slow = async (...given: unknown[]) => {
      await new Promise((go) => setTimeout(go, 3_000));
      return real.apply(crypto.subtle, given);
    };
    Object.defineProperty(SubtleCrypto.prototype, "importKey", { value: slow });
  });
  await open(wu, "/settings");
  await wu.getByRole("button", { name: "退出登录" }).tap();
  await wu.getByRole("dialog", { name: "还有 1 条没有发出去" }).getByRole("button", { name: "加密保留在这部手机上，退出" }).tap();
  await expect(wu).toHaveURL(/sign-in/);
});

test("a browser killed while one writes gives the draft back; after signing out its folder holds nothing one can read", async ({ baseURL }) => {
  const folder = newFolder();
  const words = said("灶间的烟囱裂了缝");
  const { context: first, page } = await onPhone(folder, baseURL!);
  await signIn(page, "linxiao");
  await open(page, "/visits/new");
  await write(page, words);
  await page.waitForTimeout(1_000);
  kill(folder);
  await first.close().catch(() => undefined);

  const { context: second, page: again } = await onPhone(folder, baseURL!);
  await again.goto("/visits/new");
  if (again.url().includes("sign-in")) {
    await signIn(again, "linxiao");
    await open(again, "/visits/new");
  }
  await expect(again.getByText("上次写到这里，可以提交")).toBeVisible();
  await expect(again.getByLabel("一句话记录")).toHaveValue(words);
  await open(again, "/settings");
  await again.getByRole("button", { name: "退出登录" }).tap();
  await again.getByRole("button", { name: "加密保留在这部手机上，退出" }).tap();
  await expect(again).toHaveURL(/sign-in/);
  await second.close();
  expect(holds(folder, words)).toEqual([]);
  expect(holds(folder, "qinglan").length).toBeGreaterThan(0);

  const { context: third, page: other } = await onPhone(folder, baseURL!);
  await signIn(other, "yujiaqi");
  await open(other, "/outbox");
  await expect(other.getByText("没有要发送的")).toBeVisible();
  await open(other, "/settings");
  await other.getByRole("button", { name: "退出登录" }).tap();
  await expect(other).toHaveURL(/sign-in/);
  await signIn(other, "linxiao");
  await open(other, "/outbox");
  await expect(other.getByText(words)).toBeVisible();
  await third.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The same visit arrives from another of the author's machines first, with other words. */
async function sentElsewhere(page: Page, here: string, there: string): Promise<string | undefined> {
  let said: string | undefined;
  await page.route("**/api/v1/outbox", async (route) => {
    const body = route.request().postData()!;
    const answer = await route.fetch({ postData: body.replace(here, there) });
    said = ((await answer.json()) as { results: { result: string }[] }).results[0]?.result;
    return route.abort();
  }, { times: 1 });
  await page.context().setOffline(false);
  await expect.poll(() => said).toBe("sent");
  await page.getByRole("button", { name: "立即发送" }).tap();
  return said;
}
