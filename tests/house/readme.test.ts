import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What the project says of itself is true of the files that lie here. */
const texts = ["README.md", "README.zh-CN.md", ...(existsSync("docs") ? readdirSync("docs").filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`) : [])];
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const rooms = /^(\.ci|app|db|docs|lib|public|scripts|tests)(\/|$)|^(proxy|instrumentation|next\.config|drizzle\.config)\./;
/** Made when the program runs; not in the repository. */
const made = /^(data|keys|test-results|bench-results|\.env\.local)(\/|$)/;

const spansOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
const blocksOf = (text: string) => [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block]) => block!);
const commandsOf = (text: string) => [...blocksOf(text).flatMap((block) => block.split("\n")), ...spansOf(text.replace(/```[\s\S]*?```/g, ""))];

test.each(texts)("every path that %s names is there", (file) => {
  const paths = spansOf(readFileSync(file, "utf8")).filter((span) => rooms.test(span) && !made.test(span) && !/[\s*<…{]/.test(span));
  expect(paths.filter((path) => !existsSync(path.replace(/:\d+$/, "")))).toEqual([]);
});

test.each(texts)("every link in %s leads somewhere", (file) => {
  const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!).filter((link) => !/^(https?|mailto):/.test(link));
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test.each(texts)("every command in %s can be given", (file) => {
  const asked = commandsOf(readFileSync(file, "utf8")).flatMap((line) => [...line.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, name]) => name!));
  expect(asked.filter((name) => !(name in scripts) && !["ci", "install"].includes(name))).toEqual([]);
});

test.each(texts)("%s names no machine, no private address and no invented one", (file) => {
  const text = readFileSync(file, "utf8");
  expect(text.match(/\/(home|root|work|Users)\/\w+|[A-Z]:\\|\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+){2,3}\b/g) ?? []).toEqual([]);
});

test("the files of the project name no machine either", () => {
  const everywhere = ["app", "db", "lib", "scripts", "tests"].flatMap((room) => readdirSync(room, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).map(({ parentPath, name }) => join(parentPath, name)));
  const named = everywhere.filter((path) => /\.(tsx?|mjs|js|cjs|css|md|json)$/.test(path) && !/(^|\/)(\.next|node_modules)/.test(path)).filter((path) => /["'`( ]\/(home|work|Users)\/\w+/.test(readFileSync(path, "utf8")));
  expect(named.filter((path) => path !== "tests/house/readme.test.ts")).toEqual([]);
});
