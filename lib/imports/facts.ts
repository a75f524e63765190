import type { FactKind, FactTopic } from "@/lib/words/household";

/** What a file says under each heading. */
export type Says = Partial<Record<FactTopic, string>>;

const hints: Record<Exclude<FactKind, "door">, [FactTopic, RegExp][]> = {
  income: [
    ["breeding", /养(猪|鸡|鸭|鱼|羊|牛|蜂|殖)/],
    ["outside_work", /外出|外地|在外|务工/],
    ["local_work", /打工|打零工|零工|上班|工厂|企业/],
    ["farming", /种|务农|田|茶|竹|果|菜|农业|农活/],
    ["business", /个体|经营|开店|小店|生意|民宿|农家乐|网店/],
    ["pension", /养老金|退休|社保|低保|补助/],
    ["rent", /租/],
  ],
  difficulty: [
    ["employment", /就业|找工作|没工作|失业/],
    ["eldercare", /养老|老人|照料|照顾|独居|看病|就医/],
    ["schooling", /上学|就学|读书|学费|孩子/],
    ["housing", /房|屋|漏|危|水沟/],
    ["neighbours", /邻/],
    ["travel", /路|出行|车|交通/],
  ],
};

/** One sentence a heading, in the order written: 「务农；外出务工」 are two. */
export function readFacts(kind: FactKind, text: string): Says {
  if (kind === "door") return { door: text };
  const says: Says = {};
  for (const piece of text.split(/[;；、\n]/).map((part) => part.trim()).filter(Boolean)) {
    const topic = hints[kind].find(([, words]) => words.test(piece))?.[0] ?? "other";
    says[topic] = says[topic] ? `${says[topic]}；${piece}` : piece;
  }
  return says;
}

const number = "[\\d.,０-９一二三四五六七八九十百千几两]+";
const money = new RegExp(
  `([一每]?(年|月|日)|人均|平均|每)*(收入|入|收|工资|挣|赚)?(大?约|近|差不多)?\\s*${number}\\s*(多|余)?(万|千|百)?(元|块钱|块(?!田|地)|[wkWK])(多|左右|上下|以上)?([/／每一](年|月|天|日))?` +
    `|(?:[一每]?[年月])?(收入|年入|月入|工资|挣|赚)(大?约|近|差不多)?\\s*${number}\\s*(多|余)?(万|千|百|w|k|W|K)?(多|左右|上下|以上)?([/／每一](年|月|天|日))?` +
    `|${number}\\s*万(?=[/／每一]?(年|月)|$|[，,。；;、\\s])(多|左右)?([/／每一]?(年|月))?`,
  "g",
);

/** Income is kept by its source and never by its amount: what is left when the amounts are gone. */
export function withoutAmounts(text: string): { says: string; cut: boolean } {
  const bare = text.replace(money, "").replace(/[，,]\s*(?=[，,；;。、]|$)/g, "").replace(/[（(]\s*[）)]/g, "").replace(/^[，,；;、\s]+/, "").trim();
  return { says: /^[\d\s.,，]*$/.test(bare) ? "" : bare, cut: bare !== text.trim() };
}
