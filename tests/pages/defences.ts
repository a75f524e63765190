import type { Locator, Page } from "@playwright/test";
import { awake, expect, open } from "./fixtures";

/** The topic of this name, as the office finds it. */
export async function topicPath(office: Page, title: string): Promise<string> {
  await open(office, "/topics");
  const link = office.getByRole("main").getByRole("link", { name: title, exact: true });
  return (await link.first().getAttribute("href"))!;
}

/** 安排答辩 with the usual criteria: the judges are found by the letters somebody would type. */
export async function plan(office: Page, path: string, judges: readonly string[], quorum: number): Promise<void> {
  await open(office, path);
  await office.getByLabel("法定人数").fill(String(quorum));
  for (const letters of judges) {
    await office.getByLabel("找评委").fill(letters);
    await office.getByRole("list", { name: "可以选的评委" }).getByRole("button", { name: /^选为评委/ }).first().click();
  }
  await office.getByRole("button", { name: "存下答辩安排" }).click();
  await expect(office.getByText("准备中", { exact: true })).toBeVisible();
}

export async function start(office: Page): Promise<void> {
  await office.getByRole("button", { name: "开始评分" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "开始评分" }).click();
  await expect(office.getByRole("button", { name: "停止评分" })).toBeVisible();
}

export const criterion = (judge: Page, name: string): Locator => judge.getByRole("region", { name: new RegExp(`^${name}`) });

/** Taps the level of so many points, then one more or less until it is this many. */
export async function mark(judge: Page, name: string, points: number): Promise<void> {
  const box = criterion(judge, name);
  const levels = [95, 85, 75, 65, 50];
  const near = levels.toSorted((a, b) => Math.abs(a - points) - Math.abs(b - points))[0]!;
  await box.getByRole("button", { name: new RegExp(`^\\D+${near}$`) }).tap();
  for (let at = near; at !== points; at += Math.sign(points - at)) await box.getByRole("button", { name: points > at ? /加 1 分$/ : /减 1 分$/ }).tap();
  await expect(box.getByLabel(`${name} ${points} 分`)).toBeVisible();
}

export const names = ["问题找得准", "调研做得实", "办法用得上", "讲得清楚"] as const;

export async function markAll(judge: Page, points: readonly number[]): Promise<void> {
  for (const [i, name] of names.entries()) await mark(judge, name, points[i]!);
  await expect(judge.getByText("都存上了")).toBeVisible();
}

export async function handIn(judge: Page): Promise<void> {
  await judge.getByRole("button", { name: "交评分" }).tap();
  await judge.getByRole("dialog").getByRole("button", { name: "交上这张评分表" }).tap();
  await expect(judge.getByText(/^你的评分表 .* 交了$/)).toBeVisible();
}

export async function seat(judge: Page, path: string): Promise<void> {
  await open(judge, path);
  await awake(judge);
}
