import ts from "typescript";
import { expect, test } from "vitest";
import { lineOf, parse, type Source, sourcesIn, walk } from "../support/sources";

/** Words that nobody reads here, and what is said instead. */
const banned: [word: RegExp, instead: string][] = [
  [/打卡|签到/, "没有打卡签到"],
  [/排名|排行|积分|红黑榜|后进|在线时长/, "不给人排名、打分、计时"],
  [/失败/, "没能……"],
  [/非法|无效|错误代码|系统异常|网络错误/, "说清哪里不对、怎么改"],
  [/您/, "你"],
  [/登陆/, "登录"],
  [/其它/, "其他"],
  [/帐号|帐户|账户|用户名/, "账号"],
  [/操作成功|暂无数据|不能为空|必填项|确定[^，。、]{0,3}吗/, "用自己的话说"],
  [/[０-９]/, "半角数字"],
];

/** Where one of them is not said to anybody, or is what other people's files say. Keep it tiny. */
const allowed: { path: string; text: RegExp }[] = [
  { path: "lib/imports/", text: /^(帐号|账户|帐户|用户名|登录名)$/ }, // column heads that offices write
  { path: "lib/", text: /０-９/ }, // a pattern
];

type Said = { where: string; path: string; text: string };

/** Every piece of Chinese that may reach a screen: strings, templates, and the text between tags. */
function saidIn(source: Source): Said[] {
  const said: Said[] = [];
  walk(source.tree, (node) => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      const text = node.text.trim();
      if (/\p{Script=Han}|[０-９]/u.test(text)) said.push({ where: lineOf(source, node), path: source.path, text });
    }
  });
  return said;
}

const faultsIn = (said: Said[]): string[] =>
  said.flatMap(({ where, path, text }) => banned
    .filter(([word]) => word.test(text) && !allowed.some((one) => path.startsWith(one.path) && one.text.test(text)))
    .map(([, instead]) => `${where} 「${text}」→ ${instead}`));

const sources = sourcesIn("app", "lib", "proxy.ts", "instrumentation.ts");

test("no word that shames, scolds or misleads is on any screen", () => {
  const said = sources.flatMap(saidIn);
  expect(said.length).toBeGreaterThan(100);
  expect(faultsIn(said)).toEqual([]);
});

test("the demo town talks of no points, rankings or check-ins either", () => {
  const said = sourcesIn("db/seed").flatMap(saidIn);
  expect(said.filter(({ text }) => /打卡|签到|排名|积分|红黑榜|后进|在线时长/.test(text))).toEqual([]);
});

test("a field's message says what to do and does not beg", () => {
  const forms = sources.filter(({ path }) => /\/(forms|rules)[\w-]*\.ts$/.test(path) || path.startsWith("lib/words/"));
  const begging = forms.flatMap(saidIn).filter(({ text }) => /(^|[，。；：（])请(?!补充|示|求|假)/.test(text));
  expect(begging.map(({ where, text }) => `${where} 「${text}」`)).toEqual([]);
});

test("a button says what it does, and only good news is exclaimed", () => {
  const bare = sources.filter(({ path }) => path.startsWith("app/")).flatMap(saidIn).filter(({ text }) => /^(确定|确认|提交|保存|删除|OK)$/.test(text) || (/！/.test(text) && !/恭喜|谢谢/.test(text)));
  expect(bare.map(({ where, text }) => `${where} 「${text}」`)).toEqual([]);
});

test("the scan finds what is hidden in strings, templates and between tags, and leaves comments alone", () => {
  const trap = parse("app/trap.tsx", `
    // 失败
    const a = "保存失败", b = \`第 \${1} 行无效，\${2} 您\`, c = { "暂无数据": 1 };
    const d = <p title="请登陆">其它<b>帐号</b></p>, e = "第３行";
  `);
  expect(faultsIn(saidIn(trap)).map((fault) => fault.replace(/.*→ /, ""))).toEqual(["没能……", "说清哪里不对、怎么改", "你", "用自己的话说", "登录", "其他", "账号", "半角数字"]);
});
