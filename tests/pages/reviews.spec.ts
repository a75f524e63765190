import { expect, open, test } from "./fixtures";
import { handIn, lineOf, reading } from "./reviewing";

const mark = `${Date.now() % 100_000}`;

test.describe.configure({ mode: "serial" });

test("ten one-line logs are answered with at most 25 keys, and nothing is loaded anew", async ({ as }) => {
  await handIn(await as("linxiao"), Array.from({ length: 10 }, (_, i) => `十篇之${i + 1}，屋后水沟通了 ${mark}`));
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, `十篇之1，屋后水沟通了 ${mark}`).getByRole("link").click();
  await wang.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await wang.keyboard.press(key);
  };
  const waits: number[] = [];
  for (let i = 1; i <= 10; i++) {
    const began = Date.now();
    await expect(reading(wang)).toContainText(`十篇之${i}，`);
    waits.push(Date.now() - began);
    if (i % 4 !== 0) await press("a");
    else for (const key of ["r", String(i / 4), "Enter"]) await press(key);
  }
  expect(keys).toBeLessThanOrEqual(25);
  for (let i = 1; i <= 10; i++) await expect(lineOf(wang, `十篇之${i}，`)).toContainText(i % 4 === 0 ? "已请补充" : "已通过");
  expect(await wang.evaluate(() => "stillHere" in globalThis)).toBe(true);
  console.log(`ten logs: ${keys} keys; the next log is there after ${Math.max(...waits.slice(1))} ms at most`);
  const lin = await as("linxiao");
  await open(lin, "/visits?state=returned");
  await expect(lin.getByText(`十篇之4，屋后水沟通了 ${mark}`)).toBeVisible();
});

test("keys are dead while somebody types, composes Chinese, or has switched them off", async ({ as }) => {
  await handIn(await as("linxiao"), [`组词时不动，${mark}`]);
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, `组词时不动，${mark}`).getByRole("link").click();
  await expect(reading(wang)).toContainText(`组词时不动，${mark}`);
  const stays = () => expect(lineOf(wang, `组词时不动，${mark}`)).not.toContainText(/批阅中|已通过/);
  await wang.evaluate(() => {
    const send = (event: Event) => document.body.dispatchEvent(event);
    const key = (init: KeyboardEventInit) => send(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true, ...init }));
    send(new CompositionEvent("compositionstart", { bubbles: true }));
    key({});
    key({ isComposing: true });
    send(new CompositionEvent("compositionend", { bubbles: true }));
    key({ keyCode: 229 });
    key({ isComposing: true });
    key({ ctrlKey: true });
    key({ repeat: true });
  });
  await stays();

  await wang.keyboard.press("r");
  const note = wang.getByLabel("想请作者补充什么");
  await expect(note).toBeFocused();
  await note.pressSequentially("水沟a堵了jks");
  await expect(note).toHaveValue("水沟a堵了jks");
  await note.evaluate((field) => {
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }));
  });
  await expect(note).toBeVisible();
  await stays();
  await note.fill("短");
  await note.press("Enter");
  await expect(wang.getByText("写清想请作者补充什么，至少 5 个字，现在 1 个")).toBeVisible();
  await note.press("Escape");

  await wang.keyboard.press("?");
  await expect(wang.getByRole("dialog")).toContainText("稍后再看");
  await wang.keyboard.press("a");
  await wang.getByLabel("用单个按键批阅").uncheck();
  await wang.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await wang.keyboard.press("a");
  await stays();
  await wang.getByRole("button", { name: "按键" }).click();
  await wang.getByLabel("用单个按键批阅").check();
  await wang.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await wang.keyboard.press("a");
  await expect(lineOf(wang, `组词时不动，${mark}`)).toContainText("已通过");
});

test("a verdict is taken back within ten seconds, and may be given again", async ({ as }) => {
  await handIn(await as("linxiao"), [`要撤销的，${mark}`]);
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, `要撤销的，${mark}`).getByRole("link").click();
  await expect(reading(wang)).toContainText(`要撤销的，${mark}`);
  await wang.keyboard.press("a");
  await expect(wang.getByText("已通过 林晓")).toBeVisible();
  await expect(wang.getByRole("button", { name: /^撤销\(\d+\)/ })).toBeVisible();
  await wang.keyboard.press("z");
  await expect(reading(wang)).toContainText(`要撤销的，${mark}`);
  await expect(lineOf(wang, `要撤销的，${mark}`)).not.toContainText("已通过");
  await wang.getByRole("button", { name: "通过", exact: true }).click();
  await expect(lineOf(wang, `要撤销的，${mark}`)).toContainText("已通过");
});

test("a remark at a sentence is the mentor's own until the verdict; then its author finds it at that sentence", async ({ as }) => {
  const lin = await as("linxiao");
  const [visit] = await handIn(lin, [`屋后水沟又堵了 ${mark}。已约网格员周五去看。老人身体还好。`]);
  const wang = await as("wangjianguo");
  await open(wang, "/reviews");
  await lineOf(wang, `屋后水沟又堵了 ${mark}`).getByRole("link").click();
  await expect(reading(wang)).toContainText("已约网格员周五去看。");
  await reading(wang).getByText("已约网格员周五去看。").evaluate((sentence) => getSelection()!.selectAllChildren(sentence));
  await wang.keyboard.press("c");
  await wang.getByLabel("批注", { exact: true }).fill("约的是哪一位？");
  await wang.keyboard.press("Enter");
  await expect(reading(wang).getByRole("button", { name: "改批注：约的是哪一位？" })).toBeVisible();
  await expect(wang.getByRole("button", { name: "发出 1 条批注" })).toBeVisible();
  await open(lin, `/visits/${visit}`);
  await expect(lin.getByText("约的是哪一位？")).toHaveCount(0);

  await wang.keyboard.press("r");
  await wang.keyboard.press("1");
  await wang.keyboard.press("Enter");
  await expect(lineOf(wang, `屋后水沟又堵了 ${mark}`)).toContainText("已请补充");
  for (const path of [`/visits/${visit}`, `/visits/${visit}/edit`]) {
    await open(lin, path);
    await expect(lin.locator("mark")).toHaveText("已约网格员周五去看。");
    await expect(lin.locator("mark + [role=note]")).toContainText("约的是哪一位？");
  }
});
