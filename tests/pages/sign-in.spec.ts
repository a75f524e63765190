import type { Page } from "@playwright/test";
import { awake, DEMO_PASSWORD, desk, expect, knock, open, phone, signIn, test } from "./fixtures";

// next-auth answers 401 to a wrong password, and the browser says so.
test.use({ forgives: [/status of 401/] });

test("the door: wrong words are counted alike for everybody, the fifth locks for 15 minutes and says until when", async ({ stranger, as }) => {
  for (const account of ["zhoutianyu", "nobody-by-that-name"]) {
    const page = await stranger(phone);
    await open(page, "/sign-in");
    for (const left of [4, 3, 2, 1]) {
      await knock(page, account, `wrong-${left}`);
      await expect(page.getByRole("alert").filter({ hasText: `账号或密码不对，还可以试 ${left} 次` })).toBeVisible();
    }
    await knock(page, account, "wrong-0");
    await expect(page.getByText(/试了 5 次都不对，账号先停 15 分钟（到 \d\d:\d\d）/)).toBeVisible();
    await knock(page, account, DEMO_PASSWORD);
    await expect(page.getByText(/账号先停 15 分钟/)).toBeVisible();
    await expect(page).toHaveURL(/sign-in/);
  }
  const admin = await as("admin");
  await open(admin, "/admin/accounts?state=locked");
  await admin.getByRole("row", { name: "周天宇" }).getByRole("button", { name: "管理账号" }).click();
  await admin.getByRole("radio", { name: "解锁账号" }).check();
  await admin.getByLabel("原因").fill("本人来电说记错了密码");
  await admin.getByRole("button", { name: "解锁账号" }).click();
  await expect(admin.getByRole("row", { name: "周天宇" })).toHaveCount(0);
  const back = await stranger(phone);
  await signIn(back, "zhoutianyu");
  await expect(back.getByRole("link", { name: "记走访" }).first()).toBeVisible();
});

test("one comes back to where one was going, and never to somebody else's site", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/meetings?until=2026-W40");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await awake(page);
  await knock(page, "hanyuting", DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/meetings\?until=2026-W40$/);
  await expect(page.getByRole("heading", { level: 1, name: "双访看板" })).toBeVisible();
  for (const evil of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    const fresh = await stranger();
    await open(fresh, `/sign-in?callbackUrl=${encodeURIComponent(evil)}`);
    await knock(fresh, "hanyuting", DEMO_PASSWORD);
    await expect(fresh, evil).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  }
});

test("a code on paper opens an account once; the new password works and the old one does not", async ({ stranger, as }) => {
  const admin = await as("admin");
  await open(admin, "/admin/accounts?q=kongmengjia");
  await admin.getByRole("row", { name: "孔梦佳" }).getByRole("button", { name: "管理账号" }).click();
  await admin.getByLabel("原因").fill("忘了密码，本人当面来取");
  await admin.getByLabel("你自己的密码").fill(DEMO_PASSWORD);
  await admin.getByRole("button", { name: "发激活码", exact: true }).click();
  const code = await admin.getByRole("listitem").filter({ hasText: "孔梦佳" }).locator("code").nth(1).innerText();

  const kong = await stranger(phone);
  await activate(kong, code.toLowerCase().replaceAll("-", " "));
  await expect(kong.getByText("密码设好了")).toBeVisible();
  await signIn(kong, "kongmengjia", fresh);
  const again = await stranger(phone);
  await activate(again, code);
  await expect(again.getByRole("alert").filter({ hasText: "激活码" })).toBeVisible();
  await open(again, "/sign-in");
  await knock(again, "kongmengjia", DEMO_PASSWORD);
  await expect(again.getByText(/账号或密码不对/)).toBeVisible();
});

test("one signs out here, ends another device, and changes the password, which ends the rest", async ({ as, stranger }) => {
  const [here, there] = [await as("loukejie", { ...desk, fresh: true }), await as("loukejie", { ...phone, fresh: true })];
  await open(here, "/settings");
  await here.getByRole("listitem").filter({ hasText: "苹果手机" }).getByRole("button", { name: "退出这台" }).click();
  await expect(here.getByRole("listitem").filter({ hasText: "苹果手机" })).toHaveCount(0);
  await there.goto("/settings");
  await expect(there).toHaveURL(/\/sign-in\?callbackUrl=%2Fsettings/);

  await awake(there);
  await knock(there, "loukejie", DEMO_PASSWORD);
  await expect(there).toHaveURL(/\/settings/);
  await here.getByRole("button", { name: "修改密码" }).click();
  const form = here.getByRole("dialog");
  await form.getByLabel("现在的密码").fill(DEMO_PASSWORD);
  await form.getByLabel("新密码", { exact: true }).fill(fresh);
  await form.getByLabel("再输一次新密码").fill(fresh);
  await form.getByRole("button", { name: "修改密码" }).click();
  await expect(here.getByText("密码改好了")).toBeVisible();
  await there.goto("/settings");
  await expect(there).toHaveURL(/sign-in/);

  await open(here, "/settings");
  await here.getByRole("button", { name: "退出登录" }).click();
  await expect(here).toHaveURL(/\/sign-in$/);
  await here.goBack().catch(() => undefined); // the way back is cut short by the door
  await expect(here).toHaveURL(/sign-in/);
  const anew = await stranger();
  await signIn(anew, "loukejie", fresh);
  await open(anew, "/settings");
  await anew.getByRole("button", { name: "退出所有设备" }).click();
  await expect(anew).toHaveURL(/\/sign-in$/);
});

const fresh = "Tuo-Xi_4271-lv";

async function activate(page: Page, code: string): Promise<void> {
  await open(page, "/activate");
  await page.getByLabel("账号", { exact: true }).fill("kongmengjia");
  await page.getByLabel("激活码").fill(code);
  await page.getByLabel("新密码", { exact: true }).fill(fresh);
  await page.getByLabel("再输一次新密码").fill(fresh);
  await page.getByRole("button", { name: "设好密码" }).click();
}
