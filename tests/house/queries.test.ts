import ts from "typescript";
import { expect, test } from "vitest";
import { lineOf, parse, type Source, sourcesIn, walk } from "../support/sources";

const builders = new Set(["select", "selectDistinct", "insert", "update", "delete"]);
const endings = new Set(["get", "all", "run", "values", "execute", "prepare", "sync"]);

/** The names called one after another: `tx.select().from(t).all()` is select, from, all. */
function chainOf(node: ts.CallExpression): string[] {
  const names: string[] = [];
  for (let at: ts.Expression = node; ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression); at = at.expression.expression) names.unshift(at.expression.name.text);
  return names;
}

/** A query is awaited as it is, walks no way around the Desk, and is never paged by counting. The phone has a store of its own. */
function faultsIn(source: Source): string[] {
  const faults: string[] = [];
  walk(source.tree, (node) => {
    const say = (what: string) => faults.push(`${lineOf(source, node)} ${what}`);
    if (ts.isCallExpression(node)) {
      const chain = chainOf(node);
      const last = chain.at(-1)!;
      const started = chain.findIndex((name) => builders.has(name));
      if (started >= 0 && started < chain.length - 1 && endings.has(last) && node.arguments.length === 0) say(`.${last}()`);
      if (started >= 0 && last === "offset") say(".offset()");
      if (last === "transaction" && !source.path.startsWith("app/_phone/")) say(".transaction()");
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === "sql" && ["raw", "identifier"].includes(node.name.text)) say(`sql.${node.name.text}`);
      if (node.name.text === "query" && ts.isIdentifier(node.expression) && ["db", "tx", "read", "desk", "store"].includes(node.expression.text)) say(".query");
    }
  });
  return faults;
}

test("outside db, queries are awaited builders, and nothing else", () => {
  const sources = sourcesIn("app", "lib", "proxy.ts", "instrumentation.ts");
  expect(sources.length).toBeGreaterThan(60);
  expect(sources.flatMap(faultsIn)).toEqual([]);
});

test("raw SQL is written in the column kit alone", () => {
  const raw = sourcesIn("db").filter(({ path }) => path !== "db/columns.ts").flatMap(faultsIn).filter((fault) => fault.includes("sql."));
  expect(raw).toEqual([]);
});

test("the scan knows a lazy query from a map", () => {
  const trap = parse("lib/trap.ts", `
    const a = tx.select().from(t).where(x).all(); tx.insert(t).values(v).run(); desk.select().from(t).get();
    tx.update(t).set(v).prepare(); desk.select().from(t).limit(1).offset(20); db.query.visits; sql.raw("x"); db.transaction(f);
    map.get("a"); new Set(list.values()); Promise.all([]); await tx.insert(t).values({ a: 1 }); tx.run(sql\`x\`);
  `);
  expect(faultsIn(trap).map((fault) => fault.split(" ")[1]).sort()).toEqual([".all()", ".get()", ".offset()", ".prepare()", ".query", ".run()", ".transaction()", "sql.raw"]);
});
