import fc from "fast-check";
import { expect, test } from "vitest";
import { answerTo } from "@/app/(desk)/search/answer";
import { tables } from "@/db/schema";
import { openField } from "@/lib/households/acts-facts";
import { Unmasking } from "@/lib/households/forms";
import { householdsByQuery } from "@/lib/households/reads";
import { newId } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { SearchForm } from "@/lib/search/forms";
import { peopleByQuery, villagesByQuery, visitsByQuery } from "@/lib/search/reads";
import { snippetOf } from "@/lib/search/rules";
import { submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { ReviewForm } from "@/lib/visits/forms";
import { aTopic, deskOf } from "../support/defences";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

type Town = Awaited<ReturnType<typeof township>>;
const names = async (desk: Town["chen"], q: string) => (await householdsByQuery(desk, q)).map((row) => row.name).sort();

test("characters, full pinyin and initials find people, villages and households", async () => {
  const town = await township();
  for (const q of ["王建国", "建国", "wangjianguo", "WJG", "ｗｊｇ"]) expect((await peopleByQuery(town.lin, q)).map((p) => p.name), q).toEqual(["王建国"]);
  for (const q of ["东岭", "dongling", "dlc"]) expect((await villagesByQuery(town.lin, q)).map((v) => v.name), q).toEqual(["东岭村"]);
  for (const q of ["张建国", "zhangjianguo", "zjg", "东岭 张建", "001 zjg"]) expect(await names(town.lin, q), q).toEqual(["张建国"]);
});

test("a topic is found by its group, in characters and in letters, and by nobody else", async () => {
  const town = await township();
  await aTopic(town);
  await town.store.write(async (tx) => void (await tx.update(tables.topics).set({ searchKey: searchKeyOf("小区停车难怎么解") })));
  const found = async (who: "lin" | "zhou" | "chen", q: string) =>
    (await answerTo(await deskOf(town, town.people[who]), q)).filter(({ label }) => label === "课题").flatMap(({ rows }) => rows.map(({ title }) => title));
  for (const q of ["停车", "tingche", "xqtcn"]) for (const who of ["lin", "chen"] as const) expect(await found(who, q), q).toEqual(["小区停车难怎么解"]);
  expect(await found("zhou", "停车")).toEqual([]);
});

test("a clear name finds only what may be seen in clear", async () => {
  const town = await township();
  expect(await names(town.chen, "孙桂花")).toEqual(["孙桂花"]);
  for (const q of ["孙桂花", "sunguihua", "sgh", "桂花"]) expect(await names(town.zhao, q), q).toEqual([]);
  expect(await names(town.zhao, "西坞")).toEqual(["孙**", "钱**"]);
  for (const q of ["孙桂花", "西坞", "孙", "sun"]) expect(await names(town.lin, q), q).toEqual([]);
  expect(await names(town.lin, "李阿根")).toEqual([]);
  expect(await names(town.he, "李阿根")).toEqual(["李阿根"]);
});

test("a name opened for ten minutes is found for ten minutes", async () => {
  const town = await township();
  const opening = { id: newId(), householdId: town.homes.zhang, field: "name", reason: "contact", words: "" };
  expect(await names(town.wang, "张建国")).toEqual([]);
  await openField(town.wang, Unmasking.parse(opening));
  expect(await names(town.wang, "张建国")).toEqual(["张建国"]);
});

test("what a visit says is found by two characters, by whoever may read the visit", async () => {
  const town = await township();
  const visit = aVisit(town);
  await submitVisit(town.lin, visit);
  const found = async (desk: Town["chen"], q: string) => (await visitsByQuery(desk, q)).map((v) => v.id);
  for (const who of ["lin", "wang", "chen"] as const) expect(await found(town[who], "水沟"), who).toEqual([visit.id]);
  for (const who of ["zhao", "zhou", "he", "ge", "kao", "zhen", "guan", "shen"] as const) expect(await found(town[who], "水沟"), who).toEqual([]);
  await reviewVisit(town.wang, ReviewForm.parse({ visitId: visit.id, version: 1, verdict: "approve", note: "" }));
  for (const who of ["he", "ge", "zhen"] as const) expect(await found(town[who], "水沟"), who).toEqual([visit.id]);
  expect(await found(town.lin, "水沟 网格员")).toEqual([visit.id]);
});

test("pairs that stand apart are not the word asked for", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { account: "沟水清了，水沟通了，下雨天进屋。" }));
  expect(await visitsByQuery(town.lin, "水沟通")).toHaveLength(1);
  expect(await visitsByQuery(town.lin, "雨天进屋了")).toEqual([]);
  await submitVisit(town.lin, aVisit(town, { account: "雨天进村，天进屋，屋了" }));
  expect(await visitsByQuery(town.lin, "雨天进屋了")).toEqual([]);
});

test("the snippet shows the words around the hit", () => {
  expect(snippetOf("老人反映屋后水沟堵了，\n下雨进水", "水沟")).toEqual({ before: "老人反映屋后", hit: "水沟", after: "堵了， 下雨进水" });
  const long = snippetOf(`${"前".repeat(30)}😀水沟${"后".repeat(40)}`, "水沟");
  expect(long).toMatchObject({ hit: "水沟", before: `…${"前".repeat(9)}😀` });
  expect(Array.from(long.after)).toHaveLength(25);
});

test("signs that mean something to a database stand for themselves", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { account: '他说"一百%"，a_b*c 和 NEAR(水 沟) OR 1=1' }));
  for (const q of ['""', "**", "%%", "__", "'; drop table visits; --", "😀😀", 'a" OR "b', "水*", "NEAR(", "\\\\", "%_", "(select", "ab OR"])
    for (const group of await answerTo(town.chen, q)) expect(group.rows.map((row) => JSON.stringify(row)).join(), q).toContain(q.slice(0, 1));
  expect(await names(town.chen, "%%")).toEqual([]);
  expect(await names(town.chen, "__")).toEqual([]);
  expect(await peopleByQuery(town.chen, "_")).toEqual([]);
});

test("whatever is typed, the search answers", () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 0, maxLength: 40 }), async (q) => {
      const form = SearchForm.safeParse({ q });
      if (form.success) await answerTo((await town).chen, form.data.q);
    }),
    { numRuns: 200 },
  ));
const town = township();

test("two to thirty characters, counted as people count them", () => {
  const says = (q: unknown) => SearchForm.safeParse({ q }).error?.issues[0]?.message;
  expect([says("张"), says(" 张 "), says("\u200b张\u200b"), says("张".repeat(31))]).toEqual(Array(4).fill("写 2 到 30 个字"));
  expect([says("😀😀"), says("张三"), says("张".repeat(30)), says("zg")]).toEqual(Array(4).fill(undefined));
  expect(says(7)).toContain("写上要找的");
});

test("each row leads to a page, by kind; a role without households finds none", async () => {
  const { chen, guan } = await township();
  expect((await answerTo(chen, "东岭")).map((group) => group.label)).toEqual(["农户", "村社"]);
  expect((await answerTo(guan, "东岭")).map((group) => group.label)).toEqual(["村社"]);
  const [people] = await answerTo(guan, "管系统");
  expect(people).toMatchObject({ label: "人员", rows: [{ title: "管系统", note: "系统管理员" }] });
});
