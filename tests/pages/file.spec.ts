import { desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { said, write } from "./writing";

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

/** 戚小珍 looks after a grid of 昇光村, 沈国富 sits in that village; nobody else's file is touched. */
test("what changed in a household is said in a visit without a network, and adopted by who keeps the file, after a reason", async ({ as }) => {
  test.setTimeout(120_000);
  const words = said("养了二十只鸡");
  const author = await as("wangge", phone);
  await open(author, "/visits/new");
  await author.context().setOffline(true);
  await write(author, said("坐下来聊了聊家里的变化"));
  await author.locator("[aria-controls=more]").tap();
  await author.getByText("户情有变化").first().tap();
  await author.getByLabel("哪一项变了").selectOption({ label: "收入来源·养殖" });
  await author.getByRole("button", { name: "提交日志" }).tap();
  await expect(author.getByText("写一写现在的情况，问不到就点“不清楚”")).toBeVisible();
  await author.getByRole("button", { name: "收入来源·养殖：不清楚" }).tap();
  await expect(author.getByLabel("收入来源·养殖", { exact: true })).toHaveValue("不清楚");
  await author.getByLabel("收入来源·养殖", { exact: true }).fill(words);
  await expectNoSidewaysScroll(author);
  await expectTargets(author);
  await author.getByRole("button", { name: "提交日志" }).tap();
  await expect(author.getByText(/^已存本机，没有网络/)).toBeVisible();
  await author.context().setOffline(false);
  await expect(author.getByText(/^已提交/)).toBeVisible();

  await open(author, "/visits?whose=mine");
  await author.getByRole("table", { name: "走访日志" }).getByRole("link").first().tap();
  const home = (await author.locator('main a[href^="/households/"]').first().getAttribute("href"))!;

  const keeper = await as("shenguofu", phone);
  await open(keeper, "/");
  await keeper.getByRole("link", { name: /^户情有新说法、等你核对的农户/ }).tap();
  await expect(keeper.getByRole("link", { name: "户情待核对" })).toHaveAttribute("aria-current", "page");
  await expect(keeper.locator(`main a[href="${home}"]`)).toHaveCount(1);
  await open(keeper, home);
  await expect(keeper.getByText("打开内容后可以核对").first()).toBeVisible();
  await expect(keeper.getByText(words)).toHaveCount(0);
  await keeper.getByRole("button", { name: "查看内容" }).tap();
  await keeper.getByText("核对信息", { exact: true }).tap();
  await keeper.getByRole("button", { name: "查看收入来源和生活难题" }).tap();
  await expect(keeper.getByText(words)).toBeVisible();
  await expectNoSidewaysScroll(keeper);
  await expectTargets(keeper);
  const side = keeper.getByRole("listitem").filter({ hasText: words }).filter({ has: keeper.getByRole("button", { name: "采纳", exact: true }) }).last();
  await side.getByRole("button", { name: "采纳", exact: true }).tap();
  await keeper.getByRole("button", { name: "采纳这条说法" }).tap();
  await expect(keeper.getByText(/走访 · 戚小珍说的，沈国富采纳/)).toBeVisible();

  const office = await as("dangjian", desk);
  await open(office, "/households/openings");
  await expect(office.getByRole("row").filter({ hasText: "沈国富" }).filter({ hasText: "核对信息" }).first()).toBeVisible();
  await author.reload();
  await expect(author.getByText(`收入来源·养殖：${words}。沈国富已采纳`)).toBeVisible();
});
