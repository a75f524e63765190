import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { phone } from "./fixtures";

/** A folder such as a phone's browser has: what is in it outlives the browser. */
export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), "qinglan-profile-"));

/** A browser process of its own on that folder. */
export async function onPhone(folder: string, baseURL: string): Promise<{ context: BrowserContext; page: Page }> {
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args, baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai",
    viewport: { width: phone.width, height: phone.height }, hasTouch: true, reducedMotion: "reduce",
  });
  context.setDefaultTimeout(20_000);
  return { context, page: context.pages()[0]! };
}

/** The browser on that folder dies as it does when the battery is empty: by its own number, nobody else's. */
export function kill(folder: string): void {
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const said = commandOf(pid);
    if (said.includes(`--user-data-dir=${folder}`) && !said.some((word) => word.startsWith("--type="))) process.kill(Number(pid), "SIGKILL");
  }
}

function commandOf(pid: string): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // it has ended meanwhile
  }
}

/** Files of the folder in which the words stand, as UTF-8 or as UTF-16. */
export function holds(folder: string, words: string): string[] {
  const shapes = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => { const bytes = fs.readFileSync(file); return shapes.some((shape) => bytes.includes(shape)); });
}
