import type { Page } from "@playwright/test";
import { awake, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { jpeg, withGps } from "../support/pictures";
import { said, write } from "./writing";

const file = async (name: string, colour: string) => ({ name, mimeType: "image/jpeg", buffer: await withGps(await jpeg(2400, 1600, colour), 1) });

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (50\d|422)/] });

test("two photos are taken without a network, go after their words by themselves, and are seen by whom they are for", async ({ as }) => {
  const lin = await as("linxiao", phone);
  await open(lin, "/visits/new");
  await write(lin, said("屋檐的瓦片松了"));
  await lin.getByRole("button", { name: /^(日访|夜访) · / }).tap();
  await lin.context().setOffline(true);
  await pick(lin, await file("a.jpg", "#a33"), await file("b.jpg", "#33a"));
  const photos = lin.getByRole("group", { name: "照片 选填，不作为考核依据" });
  await expect(photos.getByRole("img", { name: "照片 2，共 2 张" })).toBeVisible();
  await photos.scrollIntoViewIfNeeded();
  await expectNoSidewaysScroll(lin);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText(/^已存本机，没有网络/)).toBeVisible();
  const bodies: Buffer[] = [];
  await lin.route("**/api/v1/photos/*", async (route) => {
    if (route.request().method() === "POST") bodies.push(route.request().postDataBuffer()!);
    await new Promise((go) => setTimeout(go, 700));
    return route.continue();
  });
  await lin.context().setOffline(false);
  await expect(lin.getByText("文字已送达，还有 2 张照片在路上")).toBeVisible();
  await expect(lin.getByText("文字已送达，还有 1 张照片在路上")).toBeVisible();
  await expect(lin.getByText("照片在路上")).toHaveCount(0);
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  expect(bodies.map((body) => [body.length <= 300_000, body.includes("Exif"), body.includes("Pocket Camera")])).toEqual([[true, false, false], [true, false, false]]);

  await lin.getByRole("link", { name: "看这条日志" }).tap();
  await expect(lin).toHaveURL(/\/visits\/[0-9a-f-]{36}$/);
  const address = await sees(lin, 2);
  const wang = await as("wangjianguo");
  await open(wang, new URL(lin.url()).pathname);
  await sees(wang, 2);
  await wang.getByRole("button", { name: "照片 1，共 2 张" }).click();
  await expect(wang.getByRole("dialog", { name: "照片 1，共 2 张" }).getByRole("img")).toBeVisible();
  await wang.getByRole("button", { name: "看下一张" }).click();
  await expect(wang.getByRole("dialog", { name: "照片 2，共 2 张" }).getByRole("img")).toBeVisible();
  const other = await as("shenyufeng", phone);
  expect((await other.request.get(address)).status()).toBe(404);
  expect((await lin.request.get(address)).headers()["content-disposition"]).toBe('attachment; filename="photo.jpg"');

  const office = await as("dangjian");
  await open(office, new URL(lin.url()).pathname);
  await office.getByRole("button", { name: "照片 1，共 2 张" }).click();
  await office.getByLabel("为什么删除").fill("照片里有户主的身份证");
  await office.getByRole("button", { name: "删除这张照片" }).click();
  await expect(office.getByRole("button", { name: /^照片 1/ })).toHaveAccessibleName("照片 1，共 1 张");
  expect((await lin.request.get(address)).status()).toBe(404);
});

test("where the phone is full, or cannot draw, the words stay and are handed in without a photo", async ({ as }) => {
  const lin = await as("linxiao", phone);
  await open(lin, "/visits/new");
  await write(lin, said("灯泡换好了"));
  await lin.getByRole("button", { name: /^(日访|夜访) · / }).tap();
  await lin.evaluate(() => Object.assign(navigator.storage, { estimate: () => Promise.resolve({ quota: 60_000_000, usage: 20_000_000 }) }));
  await pick(lin, await file("a.jpg", "#a33"));
  await expect(lin.getByText("手机空间不足，已保留文字，照片未存")).toBeVisible();
  await lin.evaluate(() => {
    Object.assign(navigator.storage, { estimate: () => Promise.resolve({}) });
    HTMLCanvasElement.prototype.getContext = () => null;
    HTMLCanvasElement.prototype.toBlob = (give) => give(null);
  });
  await pick(lin, await file("b.jpg", "#33a"));
  await expect(lin.getByText("这张照片打不开，没有加。换一张，或不加照片，不影响提交")).toBeVisible();
  await expect(lin.getByRole("img", { name: /^照片/ })).toHaveCount(0);
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
});

test("a photo left in a draft is there again; one that is refused says why until its author lets it go", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const words = said("门口的路滑");
  await open(lin, "/visits/new");
  await write(lin, words);
  await lin.getByRole("button", { name: /^(日访|夜访) · / }).tap();
  await pick(lin, await file("a.jpg", "#a33"), await file("b.jpg", "#33a"));
  await expect(lin.getByRole("img", { name: "照片 2，共 2 张" })).toBeVisible();
  await expectTargets(lin);
  await lin.getByRole("button", { name: "去掉照片 1" }).tap();
  await expect(lin.getByRole("img", { name: "照片 1，共 1 张" })).toBeVisible();
  await lin.waitForTimeout(600);
  await lin.reload();
  await awake(lin);
  await expect(lin.getByText(/^上次写到这里/)).toBeVisible();
  await lin.getByRole("button", { name: / · 照片 1 张/ }).tap();
  await expect(lin.getByRole("img", { name: "照片 1，共 1 张" })).toBeVisible();
  await lin.route("**/api/v1/photos/*", (route) => route.fulfill({ status: 422, json: { ok: false, message: "这张照片打不开，可能坏了或太大。换一张，或不加照片" } }), { times: 1 });
  await lin.getByRole("button", { name: "提交日志" }).tap();
  await expect(lin.getByText(/^1 张照片没能收下：这张照片打不开/)).toBeVisible();
  await lin.getByRole("link", { name: "要看 1 条" }).tap();
  const item = lin.getByRole("list", { name: "要你看一看" }).getByRole("listitem");
  await expect(item.getByText("照片没收下")).toBeVisible();
  await expectNoSidewaysScroll(lin);
  await expectTargets(lin);
  await item.getByRole("button", { name: "再传一次照片" }).tap();
  await expect(lin.getByRole("list", { name: "要你看一看" })).toHaveCount(0);
  await expect(lin.getByRole("link", { name: /^(离线|待发送|要看)/ })).toHaveCount(0);
});

const pick = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) => page.locator("input[type=file]").setInputFiles(files);

/** All of them, drawn; returns where the first one lies. */
async function sees(page: Page, count: number): Promise<string> {
  const pictures = page.getByRole("region", { name: "照片" }).getByRole("img");
  await expect(pictures).toHaveCount(count);
  await expect.poll(() => pictures.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 100))).toBe(true);
  return (await pictures.first().getAttribute("src"))!;
}
