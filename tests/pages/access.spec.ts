import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { awake, desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

/** Whose eyes each page is looked at with; `>` goes on to the first link under that address. */
const looks: readonly [account: string | undefined, path: string][] = [
  [undefined, "/sign-in"], [undefined, "/activate"], [undefined, "/offline"],
  ["linxiao", "/"], ["linxiao", "/visits"], ["linxiao", "/visits/new"], ["linxiao", "/outbox"], ["linxiao", "/visits>"], ["linxiao", "/households"], ["linxiao", "/households>"],
  ["linxiao", "/problems"], ["linxiao", "/problems>"], ["linxiao", "/settings"], ["linxiao", "/search"], ["linxiao", "/help"],
  ["linxiao", "/pairings>"], ["wangjianguo", "/pairings"], ["wangjianguo", "/pairings>"], ["wangjianguo", "/pairings>/agreement"], ["wangjianguo", "/pairings>/coach"], ["dangjian", "/pairings>"],
  ["wangjianguo", "/"], ["wangjianguo", "/reviews"], ["wangjianguo", "/reviews/times"], ["shenguofu", "/"], ["zhenlingdao", "/"],
  ["dangjian", "/"], ["dangjian", "/meetings"], ["dangjian", "/pairings"], ["dangjian", "/pairings/match"], ["dangjian", "/people"], ["dangjian", "/people>"], ["dangjian", "/villages"],
  ["dangjian", "/topics"], ["dangjian", "/topics>"], ["dangjian", "/topics>/edit"], ["dangjian", "/topics/new"], ["dangjian", "/topics/items"], ["dangjian", "/topics/timeline"], ["linxiao", "/topics>"],
  ["dangjian", "/topics>/defence"], ["dangjian", "/topics/results"], ["linxiao", "/topics>/defence"], ["linxiao", "/topics>/defence/method"],
  ["dangjian", "/exhibitions"], ["dangjian", "/exhibitions>"], ["linxiao", "/exhibitions>/vote"],
  ["dangjian", "/quizzes"], ["dangjian", "/quizzes?view=released"], ["dangjian", "/quizzes/new"], ["shenguofu", "/quizzes>"], ["kaoguan", "/quizzes"], ["auditor", "/quizzes"],
  ["dangjian", "/imports"], ["dangjian", "/calendar"], ["dangjian", "/feedback?open=1"], ["admin", "/admin/accounts"], ["auditor", "/ledger"],
];

for (const seat of [phone, desk]) {
  test(`axe finds nothing serious at ${seat.width}, light, dark and in large letters, and nothing scrolls sideways`, async ({ as, stranger }) => {
    test.setTimeout(600_000);
    const rooms = new Map<string | undefined, Page>();
    const found: string[] = [];
    for (const [account, path] of looks) {
      const page = rooms.get(account) ?? (account ? await as(account, seat) : await stranger(seat));
      rooms.set(account, page);
      await goTo(page, path);
      found.push(...(await faultsOf(page, `${account} ${path}`)));
    }
    expect(found).toEqual([]);
  });
}

async function goTo(page: Page, path: string): Promise<void> {
  const [list, on] = path.split(">");
  await open(page, list!);
  if (on === undefined) return;
  const links = page.locator(`main a[href^="${list}/"]`).filter({ visible: true });
  await links.first().waitFor();
  const first = (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!))).find((href) => /\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(href));
  await open(page, `${first!}${on}`);
}

/** All rules once; what a look can change, the colours and the sizes, once more in each look. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const found = await axe(page, where);
  await wide(page, where, found);
  await page.emulateMedia({ colorScheme: "dark" });
  await twoFrames(page);
  found.push(...(await axe(page, `${where} dark`, ["color-contrast"])));
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => (document.documentElement.dataset.size = "large"));
  await twoFrames(page);
  found.push(...(await axe(page, `${where} large`, ["target-size"])));
  await wide(page, `${where} large`, found);
  await page.evaluate(() => (document.documentElement.dataset.size = "standard"));
  return found;
}

/** Until the page is painted as it was just told to be. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function wide(page: Page, where: string, found: string[]): Promise<void> {
  const { width, height } = page.viewportSize()!;
  for (const one of width < 1024 ? [320, width] : [width]) {
    await page.setViewportSize({ width: one, height });
    await twoFrames(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.push(`${where}: ${over} px too wide at ${one}`);
  }
}

async function axe(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(all)).analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${where}: ${id} ×${nodes.length} ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test("every target on the phone's main pages is 44 px, and 60 in large letters", async ({ as }) => {
  const lin = await as("linxiao", phone);
  const large = await as("linxiao", { ...phone, size: "large" });
  for (const path of ["/", "/visits", "/visits/new", "/settings", "/feedback"]) {
    await open(lin, path);
    await expectTargets(lin);
    await open(large, path);
    await expectTargets(large, 60);
    await expectNoSidewaysScroll(large);
  }
});

test("a Chinese word being composed is never taken for an answer", async ({ as }) => {
  const page = await as("wangjianguo");
  const asked: string[] = [];
  page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
  await open(page, "/");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /搜索/ });
  await compose(page, "zhang");
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await enterWhileComposing(box);
  await expect(page).toHaveURL(/\/$/);
  await page.keyboard.insertText("昇光");
  await expect(page.getByRole("option").first()).toBeVisible();
  await enterWhileComposing(box);
  await expect(page).toHaveURL(/\/$/);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/$/);

  await open(page, "/reviews");
  asked.length = 0;
  await page.getByRole("button", { name: "请补充" }).click();
  const note = page.getByLabel("想请作者补充什么");
  await expect(note).toBeFocused();
  await compose(page, "hao");
  await enterWhileComposing(note);
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await awake(page);
});

/** What an input method does: letters that are not yet a word. */
async function compose(page: Page, letters: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end++)
    await client.send("Input.imeSetComposition", { text: letters.slice(0, end), selectionStart: end, selectionEnd: end });
}

async function enterWhileComposing(field: ReturnType<Page["getByLabel"]>): Promise<void> {
  await field.evaluate((target) => {
    target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    const enter = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent("keydown", { ...enter, isComposing: true, keyCode: 229 }));
    target.dispatchEvent(new KeyboardEvent("keydown", { ...enter, keyCode: 229 }));
  });
}
