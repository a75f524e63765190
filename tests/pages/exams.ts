import type { Page } from "@playwright/test";
import { awake, open } from "./fixtures";

/** The office names who is examined and by whom, beginning at the list. Returns the address of the exam. */
export async function planExam(office: Page, examinee: string, examiner: string): Promise<string> {
  await open(office, "/quizzes");
  await office.getByRole("link", { name: "安排考核" }).click();
  await office.waitForURL(/\/quizzes\/new$/);
  await awake(office);
  for (const [field, who] of [["考核对象", examinee], ["考官", examiner]] as const) {
    const choice = office.getByLabel(field, { exact: true });
    await choice.selectOption(await choice.locator("option", { hasText: who }).getAttribute("value"));
  }
  await office.getByRole("button", { name: "安排考核" }).click();
  await office.waitForURL(/\/quizzes\/[0-9a-f-]{36}$/);
  return new URL(office.url()).pathname;
}
