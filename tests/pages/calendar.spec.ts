import { expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

test("the office enters the Spring Festival of the year it is asked for, and takes a day back", async ({ as }) => {
  const page = await as("dangjian", phone);
  await open(page, "/calendar");
  const year = new Date().getFullYear() + 1;
  await page.getByRole("navigation", { name: "看哪一年" }).getByRole("link", { name: `${year} 年` }).click();
  await expect(page.getByText(`${year} 年放假安排还没录入`)).toBeVisible();

  await page.getByLabel("名称").fill("试放假");
  await page.getByLabel("第一天").fill(`${year}-02-01`);
  await page.getByLabel("最后一天").fill(`${year}-02-07`);
  await page.getByRole("button", { name: "录入这几天" }).click();
  const days = page.getByRole("listitem").filter({ hasText: "试放假" });
  await expect(days).toHaveCount(5); // of any seven days in a row
  await expect(page.getByText("已录入试放假")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectTargets(page);

  await page.getByLabel("名称").fill("又一次");
  await page.getByLabel("第一天").fill(`${year}-02-01`);
  await page.getByLabel("最后一天").fill(`${year}-02-02`);
  await page.getByRole("button", { name: "录入这几天" }).click();
  await expect(page.getByText(/已经标了放假（试放假）|不用标放假/)).toBeVisible();

  // What the town began with is what it is left with: the other pages are looked at with the same days.
  for (let left = 5; left > 0; left--) {
    await days.first().getByRole("button", { name: "去掉" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "去掉这一天" }).click();
    await expect(days).toHaveCount(left - 1);
  }
});
