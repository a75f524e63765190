import fs from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { awake, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./fits";

const said = (what: string) => `${what} ${Date.now() % 1_000_000}`;
test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|50\d)/] });

/** The journey of a visit, tap by tap. */
const steps: ((page: Page, words: string) => Promise<void>)[] = [
  (page) => doors(page).getByRole("button").first().tap(),
  (page) => page.getByText("养老就医", { exact: true }).tap(),
  (page, words) => page.getByLabel("一句话记录").fill(words),
  (page) => page.getByText("没有", { exact: true }).tap(),
  (page) => page.getByRole("button", { name: "提交日志" }).tap(),
];
const doors = (page: Page): Locator => page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem");

test("wherever in the journey the network goes, what was written arrives, once", async ({ as }) => {
  test.setTimeout(120_000);
  const lin = await as("linxiao", phone);
  const all: string[] = [];
  for (let gone = 0; gone < steps.length; gone += 1) {
    const words = said(`第 ${gone + 1} 步断网`);
    all.push(words);
    await begin(lin);
    for (const [at, step] of steps.entries()) {
      if (at === gone) await lin.context().setOffline(true);
      await step(lin, words);
    }
    await expect(lin.getByText(/^已存本机，没有网络/)).toBeVisible();
    await lin.context().setOffline(false);
    await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  }
  await open(lin, "/visits?whose=mine");
  for (const words of all) expect([words, await lin.getByRole("table", { name: "走访日志" }).getByText(words).count()]).toEqual([words, 1]);
});

test.describe("where service workers are blocked", () => {
  test.use({ blocks: true });
  test("the form and the outbox keep and send all the same, and the page says what it cannot do", async ({ as }) => {
    const lin = await as("linxiao", phone);
    const words = said("没有后台也能存");
    await begin(lin);
    await lin.context().setOffline(true);
    for (const step of steps) await step(lin, words);
    await expect(lin.getByText(/^已存本机，没有网络/)).toBeVisible();
    await lin.context().setOffline(false);
    await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
    await open(lin, "/outbox");
    await expect(lin.getByRole("list", { name: "这周已送达" })).toBeVisible();
  });
});

test("what waits for a day is said on every page it matters on; after five days there is a file, which brings it back", async ({ as }) => {
  const lin = await as("linxiao", { ...phone, fresh: true });
  const words = said("一直没有信号");
  await begin(lin);
  await lin.route("**/api/v1/outbox", (route) => route.fulfill({ status: 503, body: "" }));
  for (const step of steps) await step(lin, words);
  await expect(lin.getByText(/^已存本机，系统现在忙/)).toBeVisible();
  await aged(lin, 2);
  for (const path of ["/", "/visits/new", "/outbox"]) {
    await open(lin, path);
    await expect(lin.getByText("有内容超过一天没发出去")).toBeVisible();
    await expectNoSidewaysScroll(lin);
  }
  await aged(lin, 6);
  await open(lin, "/outbox");
  await expect(lin.getByText("有内容在这部手机上放了 6 天")).toBeVisible();
  const [file] = await Promise.all([lin.waitForEvent("download"), lin.getByRole("button", { name: "导出备份文件" }).tap()]);
  expect(file.suggestedFilename()).toMatch(/^qinglan-待发送-\d{4}-\d\d-\d\d\.json$/);
  const saved = await file.path();
  expect(fs.readFileSync(saved, "utf8")).not.toContain(words);

  const elsewhere = await as("linxiao", { ...phone, fresh: true });
  await open(elsewhere, "/outbox");
  await elsewhere.getByLabel("导入备份文件").setInputFiles({ name: "qinglan.json", mimeType: "application/json", buffer: fs.readFileSync(saved) });
  await expect(elsewhere.getByText("导回来 1 条", { exact: true })).toBeVisible();
  await expect(elsewhere.getByText(words)).toBeVisible();
  const other = await as("yujiaqi", phone);
  await open(other, "/outbox");
  await other.getByLabel("导入备份文件").setInputFiles({ name: "qinglan.json", mimeType: "application/json", buffer: fs.readFileSync(saved) });
  await expect(other.getByText("这是别人的备份文件，由本人登录后导入")).toBeVisible();
});

async function begin(page: Page): Promise<void> {
  await open(page, "/visits/new");
  await awake(page);
  const anew = page.getByRole("button", { name: "写新的" });
  if (await anew.isVisible()) await anew.tap();
  await expect(doors(page).first()).toBeVisible();
}

/** As if it had been written so many days ago. */
async function aged(page: Page, days: number): Promise<void> {
  await page.evaluate((ms) => new Promise<void>((done) => {
    const asked = indexedDB.open("qinglan");
    asked.onsuccess = () => {
      const tx = asked.result.transaction("items", "readwrite");
      const all = tx.objectStore("items").getAll() as IDBRequest<{ savedAt: number }[]>;
      all.onsuccess = () => all.result.forEach((row) => tx.objectStore("items").put({ ...row, savedAt: Date.now() - ms }));
      tx.oncomplete = () => { asked.result.close(); done(); };
    };
  }), days * 86_400_000 + 60_000);
}
