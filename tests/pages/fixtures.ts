import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";

/** As the demo town's own door says it. */
export const DEMO_PASSWORD = "Qinglan-demo-2026";

/** How somebody sits before the page. `fresh` is a sign-in of their own, to be ended without ending anybody's. */
export type Seat = { width: number; height: number; theme?: "light" | "dark"; size?: "standard" | "large"; fresh?: boolean };
export const phone: Seat = { width: 375, height: 667 };
export const desk: Seat = { width: 1366, height: 768 };

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Here = { as: (account: string, seat?: Seat) => Promise<Page>; stranger: (seat?: Seat) => Promise<Page>; forgives: RegExp[]; blocks: boolean };

/**
 * `as` opens a page as somebody of the demo town, who went in by the real door once a run. Whatever the browser
 * complains of, an error, a refused style, a script against the policy, fails the test, unless it is forgiven.
 */
export const test = base.extend<Here & { rooms: (seat: Seat, state?: State) => Promise<Page> }, { keys: Map<string, State> }>({
  forgives: [[], { option: true }],
  /** No service workers, as inside some apps of iPhones. */
  blocks: [false, { option: true }],
  keys: [async ({}, give) => give(new Map()), { scope: "worker" }],
  rooms: async ({ browser, baseURL, forgives, blocks }, give) => {
    const opened: BrowserContext[] = [];
    const complaints: string[] = [];
    await give(async (seat, state) => {
      const page = await roomFor(browser, { baseURL: baseURL!, ...(blocks && { serviceWorkers: "block" }) }, seat, state);
      opened.push(page.context());
      listen(page, (words) => forgives.some((one) => one.test(words)) || complaints.push(words));
      return page;
    });
    for (const context of opened) await context.close();
    expect(complaints, "what the browser complained of").toEqual([]);
  },
  as: async ({ rooms, keys }, give) => {
    await give(async (account, seat = desk) => {
      const known = seat.fresh ? undefined : keys.get(account);
      const page = await rooms(seat, known);
      if (known) return page;
      await signIn(page, account);
      if (!seat.fresh) keys.set(account, await page.context().storageState());
      return page;
    });
  },
  stranger: async ({ rooms }, give) => give((seat = desk) => rooms(seat)),
});
export { expect } from "@playwright/test";

const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";

type Ground = { baseURL: string; serviceWorkers?: "block" };

async function roomFor(browser: Browser, ground: Ground, seat: Seat, storageState?: State): Promise<Page> {
  const { width, height, theme = "light", size = "standard" } = seat;
  const handheld = width < 1024;
  const options: BrowserContextOptions = { viewport: { width, height }, colorScheme: theme, hasTouch: handheld, reducedMotion: "reduce" };
  const context = await browser.newContext({ ...ground, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options, ...(handheld && { userAgent: iPhone }), ...(storageState && { storageState }) });
  if (size !== "standard") await context.addCookies([{ name: "ql-size", value: size, url: ground.baseURL }]);
  return context.newPage();
}

function listen(page: Page, complain: (words: string) => void): void {
  page.on("console", (message) => message.type() === "error" && complain(`${message.text()} @ ${message.location().url}`));
  page.on("pageerror", (error) => complain(`${error.message} @ ${page.url()}`));
}

export async function signIn(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
  await open(page, "/sign-in");
  await knock(page, account, password);
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function knock(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(account);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Goes there and waits until the page answers to a finger: what is typed before React wakes is not the subject here. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
}

export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll("main, main button, main a, main input")].at(-1);
    return last && Object.keys(last).some((key) => key.startsWith("__react"));
  });
}
