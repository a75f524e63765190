import { expect, open, test } from "./fixtures";
import { handIn, lineOf, reading } from "./reviewing";

const mark = `${Date.now() % 100_000}`;

test.describe.configure({ mode: "serial" });

test("ten one-line logs are answered with at most 25 keys, and nothing is loaded anew", async ({ as }) => {
  await handIn(await as("qujingyi"), Array.from({ length: 10 }, (_, i) => `十篇之${i + 1}，屋后水沟通了 ${mark}`));
  const mentor = await as("wangxiaohong");
  await open(mentor, "/reviews");
  await lineOf(mentor, `十篇之1，屋后水沟通了 ${mark}`).getByRole("link").click();
  await mentor.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await mentor.keyboard.press(key);
  };
  const waits: number[] = [];
  for (let i = 1; i <= 10; i++) {
    const began = Date.now();
    await expect(reading(mentor)).toContainText(`十篇之${i}，`);
    waits.push(Date.now() - began);
    if (i % 4 !== 0) await press("a");
    else for (const key of ["r", String(i / 4), "Enter"]) await press(key);
  }
  expect(keys).toBeLessThanOrEqual(25);
  for (let i = 1; i <= 10; i++) await expect(lineOf(mentor, `十篇之${i}，`)).toContainText(i % 4 === 0 ? "已请补充" : "已通过");
  expect(await mentor.evaluate(() => "stillHere" in globalThis)).toBe(true);
  console.log(`ten logs: ${keys} keys; the next log is there after ${Math.max(...waits.slice(1))} ms at most`);
  const qu = await as("qujingyi");
  await open(qu, "/visits?state=returned");
  await expect(qu.getByText(`十篇之4，屋后水沟通了 ${mark}`)).toBeVisible();
});

test("keys are dead while somebody types, composes Chinese, or has switched them off", async ({ as }) => {
  await handIn(await as("qujingyi"), [`组词时不动，${mark}`]);
  const mentor = await as("wangxiaohong");
  await open(mentor, "/reviews");
  await lineOf(mentor, `组词时不动，${mark}`).getByRole("link").click();
  await expect(reading(mentor)).toContainText(`组词时不动，${mark}`);
  const stays = () => expect(lineOf(mentor, `组词时不动，${mark}`)).not.toContainText(/批阅中|已通过/);
  await mentor.evaluate(() => {
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

  await mentor.keyboard.press("r");
  const note = mentor.getByLabel("想请作者补充什么");
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
  await expect(mentor.getByText("写清想请作者补充什么，至少 5 个字，现在 1 个")).toBeVisible();
  await note.press("Escape");

  await mentor.keyboard.press("?");
  await expect(mentor.getByRole("dialog")).toContainText("稍后再看");
  await mentor.keyboard.press("a");
  await mentor.getByLabel("用单个按键批阅").uncheck();
  await mentor.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await mentor.keyboard.press("a");
  await stays();
  await mentor.getByRole("button", { name: "按键" }).click();
  await mentor.getByLabel("用单个按键批阅").check();
  await mentor.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await mentor.keyboard.press("a");
  await expect(lineOf(mentor, `组词时不动，${mark}`)).toContainText("已通过");
});

test("a verdict is taken back within ten seconds, and may be given again", async ({ as }) => {
  await handIn(await as("qujingyi"), [`要撤销的，${mark}`]);
  const mentor = await as("wangxiaohong");
  await open(mentor, "/reviews");
  await lineOf(mentor, `要撤销的，${mark}`).getByRole("link").click();
  await expect(reading(mentor)).toContainText(`要撤销的，${mark}`);
  await mentor.keyboard.press("a");
  await expect(mentor.getByText("已通过 瞿静怡")).toBeVisible();
  await expect(mentor.getByRole("button", { name: /^撤销\(\d+\)/ })).toBeVisible();
  await mentor.keyboard.press("z");
  await expect(reading(mentor)).toContainText(`要撤销的，${mark}`);
  await expect(lineOf(mentor, `要撤销的，${mark}`)).not.toContainText("已通过");
  await mentor.getByRole("button", { name: "通过", exact: true }).click();
  await expect(lineOf(mentor, `要撤销的，${mark}`)).toContainText("已通过");
});

test("a remark at a sentence is the mentor's own until the verdict; then its author finds it at that sentence", async ({ as }) => {
  const qu = await as("qujingyi");
  const [visit] = await handIn(qu, [`屋后水沟又堵了 ${mark}。已约网格员周五去看。老人身体还好。`]);
  const mentor = await as("wangxiaohong");
  await open(mentor, "/reviews");
  await lineOf(mentor, `屋后水沟又堵了 ${mark}`).getByRole("link").click();
  await expect(reading(mentor)).toContainText("已约网格员周五去看。");
  await reading(mentor).getByText("已约网格员周五去看。").evaluate((sentence) => getSelection()!.selectAllChildren(sentence));
  await mentor.keyboard.press("c");
  await mentor.getByLabel("批注", { exact: true }).fill("约的是哪一位？");
  await mentor.keyboard.press("Enter");
  await expect(reading(mentor).getByRole("button", { name: "改批注：约的是哪一位？" })).toBeVisible();
  await expect(mentor.getByRole("button", { name: "发出 1 条批注" })).toBeVisible();
  await open(qu, `/visits/${visit}`);
  await expect(qu.getByText("约的是哪一位？")).toHaveCount(0);

  await mentor.keyboard.press("r");
  await mentor.keyboard.press("1");
  await mentor.keyboard.press("Enter");
  await expect(lineOf(mentor, `屋后水沟又堵了 ${mark}`)).toContainText("已请补充");
  for (const path of [`/visits/${visit}`, `/visits/${visit}/edit`]) {
    await open(qu, path);
    await expect(qu.locator("mark")).toHaveText("已约网格员周五去看。");
    await expect(qu.locator("mark + [role=note]")).toContainText("约的是哪一位？");
  }
});
