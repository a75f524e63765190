import type { Page, Response } from "@playwright/test";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { expect, open, phone, test } from "./fixtures";

type Reply = { ok: boolean; shown?: { lines: string[] }; next?: unknown };

/** All that came down the wire but for answers that were asked for, in order; and the answers. */
function listen(page: Page) {
  const heard: string[] = [];
  const late: string[] = [];
  const hear = async (response: Response) => {
    const type = response.headers()["content-type"] ?? "";
    if (!/text\/html|x-component|json/.test(type)) return;
    const body = await response.text().catch(() => "");
    if (!response.url().includes("/api/v1/practice")) return void heard.push(body);
    const { shown, next } = JSON.parse(body) as Reply;
    const before = heard.join("\n");
    for (const line of shown?.lines ?? []) {
      const said = line.startsWith("户主 ") || line.startsWith("未成年 ") ? [] : [line.replace(/^\S+[ ：](?=\S+$)/, "")];
      late.push(...said.filter((one) => before.includes(one)));
    }
    heard.push(JSON.stringify(next ?? null));
  };
  page.on("response", (response) => void hear(response));
  return { heard, late };
}

test("a cadre practises a day's cards in twenty taps, and no answer comes before it is asked for", async ({ as }) => {
  const page = await as("zhuxiaoqian", phone);
  const { heard, late } = listen(page);
  await open(page, "/practice");
  heard.push(await (await page.context().request.get("/practice", { headers: { RSC: "1" } })).text());
  await expectNoSidewaysScroll(page);
  await expectTargets(page);
  let taps = 0;
  const press = async (name: RegExp) => {
    await page.getByRole("button", { name }).click();
    taps++;
  };
  while (await page.getByRole("button", { name: "记得" }).count()) {
    await press(taps % 4 === 0 ? /^记得$/ : /^忘了$/);
    await page.getByRole("button", { name: /下一张|结束练习/ }).waitFor();
    if (taps === 1) await page.getByRole("button", { name: "其实记错了" }).click();
    if (taps === 1) await expect(page.getByText("记下了：忘了")).toBeVisible();
    await press(/下一张|结束练习/);
  }
  await expect(page.getByText("今天的练完了")).toBeVisible();
  expect([taps, late, heard.length > 10]).toEqual([20, [], true]);
  await open(page, "/practice");
  await expect(page.getByText("今天的练完了")).toBeVisible();
});

test("without a network the card says that practice needs one", async ({ as }) => {
  const page = await as("xuwenting", phone);
  await open(page, "/practice");
  await page.context().setOffline(true);
  await expect(page.getByText("现在没有网络")).toBeVisible();
  await expect(page.getByRole("button", { name: "记得" })).toBeDisabled();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "记得" }).click();
  await expect(page.getByRole("button", { name: "下一张" })).toBeVisible();
});

test("a household is taken up, stands first on the visit's form, and is put off again", async ({ as }) => {
  const page = await as("xululu", phone);
  await open(page, "/suggestions");
  await expectNoSidewaysScroll(page);
  await expectTargets(page);
  const first = page.getByRole("button", { name: /^去这户：/ }).first();
  const name = (await first.getAttribute("aria-label"))!.replace("去这户：", "");
  await first.click();
  await expect(page.getByRole("heading", { name: "说好要去的" })).toBeVisible();
  await open(page, "/visits/new");
  await expect(page.getByRole("listitem").filter({ hasText: "计划内" }).first()).toContainText(name);
  await open(page, "/suggestions");
  await page.getByRole("button", { name: /不去了/ }).click();
  await page.getByText("这周排不开").click();
  await page.getByRole("button", { name: "7 天内不建议这户" }).click();
  await expect(page.getByRole("heading", { name: "说好要去的" })).toHaveCount(0);
});
