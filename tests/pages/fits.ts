import { expect, type Page } from "@playwright/test";

/** Nothing wider than the window; a table that scrolls inside its own box is no matter. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `px wider than the window: ${page.url()}`).toBeLessThanOrEqual(0);
}

export async function expectOneScreen(page: Page): Promise<void> {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(tall, `px taller than the window: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Everything a finger can hit is `px` both ways. A chip's whole label counts, a link within a sentence does not. */
export async function expectTargets(page: Page, px = 44): Promise<void> {
  const small = await page.evaluate((least) => {
    const targets = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary");
    return [...targets].flatMap((target) => {
      const box = (target.closest("label") ?? target).getBoundingClientRect();
      const hidden = !target.checkVisibility({ visibilityProperty: true }) || box.width <= 1;
      const within = target.tagName === "A" && getComputedStyle(target).display === "inline";
      if (hidden || within || (box.width >= least - 0.5 && box.height >= least - 0.5)) return [];
      return [`${target.tagName} ${target.textContent?.trim() || target.getAttribute("aria-label") || target.id} ${box.width}×${box.height}`];
    });
  }, px);
  expect(small, `targets under ${px} px: ${page.url()}`).toEqual([]);
}
