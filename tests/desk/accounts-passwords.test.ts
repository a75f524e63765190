import { expect, test } from "vitest";
import { ActivateForm, passwordForm } from "@/lib/accounts/forms";
import { passwordGaps } from "@/lib/accounts/rules";

const own = ["linxiao", "林晓", "YQ0042"];

test.each(["Shan-Tang_4271-ge", "correct Horse battery 9", "竹林深处Xiaoxi-77", "aaaa BBBB 1111", "a1!".repeat(40)])("%s will do", (password) => {
  expect(passwordGaps(password, own)).toEqual([]);
});

test.each([
  ["Ab1!", "至少 12 个字符，现在 4 个"],
  ["Aa1!".repeat(40), "最多 128 个字符，现在 160 个"],
  ["onlysmallletters", "小写字母、大写字母、数字、符号用上三种，现在 1 种"],
  ["12345678901234567890", "小写字母、大写字母、数字、符号用上三种，现在 1 种"],
  ["My-LinXiao-house-7", "不要带上自己的账号、姓名、姓名拼音或工号"],
  ["My-ＬＩＮＸＩＡＯ-house-7", "不要带上自己的账号、姓名、姓名拼音或工号"],
  ["Ab-林晓-house-7777", "不要带上自己的账号、姓名、姓名拼音或工号"],
  ["yq0042-Houses-77", "不要带上自己的账号、姓名、姓名拼音或工号"],
  ["Yiqiao-Houses-7777", "不要用别人一猜就中的词，比如 yiqiao、password、123456"],
  ["Qinglan-houses-77", "不要用别人一猜就中的词，比如 yiqiao、password、123456"],
  ["P@ssw0rd-houses-x", "不要用别人一猜就中的词，比如 yiqiao、password、123456"],
])("%s lacks something, and says what", (password, gap) => {
  expect(passwordGaps(password, own)).toContain(gap);
});

test("everything it lacks is told at once, in one sentence", () => {
  const form = passwordForm(own).safeParse({ password: "old", fresh: "linxiao123456", again: "linxiao" });
  expect(form.error!.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["fresh", "新密码还差：小写字母、大写字母、数字、符号用上三种，现在 2 种；不要带上自己的账号、姓名、姓名拼音或工号；不要用别人一猜就中的词，比如 yiqiao、password、123456"],
    ["again", "两次输入的新密码不一样"],
  ]);
});

test("at activation the account typed beside it counts as one's own", () => {
  const form = { account: "wangjianguo", code: "AAAA", fresh: "My-WangJianGuo-77", again: "My-WangJianGuo-77" };
  expect(ActivateForm.safeParse(form).error!.issues[0]!.message).toContain("自己的账号");
});

test("two letters of an account may happen to stand in a password", () => {
  expect(passwordGaps("Shan-Tang_4271-ge", ["ge", "li"])).toEqual([]);
});
