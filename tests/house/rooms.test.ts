import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

type Violation = { from: string; to: string; rule: { name: string } };
type Report = { summary: { totalCruised: number; violations: Violation[] } };

const rooms = ["app", "db", "lib", "tests", "proxy.ts", "instrumentation.ts"];
const config = [".dependency-cruiser.cjs", "tsconfig.json"];

function cruise(folder: string, what: string[]): Report["summary"] {
  const bin = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...what, "--config", ".dependency-cruiser.cjs", "-T", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as Report).summary;
}

test("every import stays within its room's rules", () => {
  const { totalCruised, violations } = cruise(".", rooms);
  // A parser that does not know our TypeScript cruises nothing and calls it clean.
  expect(totalCruised).toBeGreaterThan(60);
  expect(violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
});

/** One line in the wrong room, and the rule that says so. */
const planted: [file: string, line: string, rule: string][] = [
  ["lib/planted/rules.ts", 'import "./forms";', ""], // a circle is reported once
  ["lib/planted/forms.ts", 'import "./rules";', "no-circles"],
  ["lib/kernel/planted.ts", 'import "@/lib/words/word";', "kernel-stands-alone"],
  ["lib/words/planted.ts", 'import "@/db/columns";', "words-know-only-the-kernel"],
  ["db/planted.ts", 'import "@/lib/gate/actor";', "db-knows-only-words"],
  ["db/schema/planted1.ts", 'import "drizzle-orm";', "schema-knows-only-its-columns"],
  ["db/schema/planted2.ts", 'import type { Store } from "../store"; export type S = Store;', "schema-knows-only-its-columns"],
  ["lib/gate/planted.ts", 'import "@/lib/households/rules";', "gate-knows-no-noun"],
  ["lib/sheets/planted1.ts", 'import "@/db/columns";', "sheets-know-no-town"],
  ["lib/sheets/planted2.ts", 'import "@/lib/words/word";', "sheets-know-no-town"],
  ["lib/planted1/rules.ts", 'import "@/lib/kernel/calendar";', "rules-and-forms-are-pure"],
  ["lib/planted2/forms.ts", 'import "drizzle-orm";', "rules-and-forms-are-pure"],
  ["lib/planted3/reads.ts", 'import type { Row } from "@/db/schema"; export type R = Row<"visits">;', "reads-see-only-the-desk"],
  ["lib/planted4/reads-more.ts", 'import { tables } from "@/db/schema"; export { tables };', "reads-see-only-the-desk"],
  ["lib/planted5/story.ts", 'import { tables } from "@/db/schema"; export { tables };', "only-acts-touch-tables"],
  ["lib/planted6/acts.ts", 'import { sqliteStore } from "@/db/store"; export { sqliteStore };', "only-the-gate-holds-the-store"],
  ["lib/planted7/acts.ts", 'import "@/lib/planted/reads";', "nouns-do-not-know-each-other"],
  ["lib/planted/reads.ts", "export {};", ""],
  ["app/planted1.tsx", 'import type { Row } from "@/db/schema"; export type R = Row<"visits">;', "app-never-meets-the-db"],
  ["app/planted2.tsx", 'import "drizzle-orm";', "app-never-meets-the-db"],
  ["app/planted3.tsx", 'export const later = () => import("@/db/store");', "only-the-gate-holds-the-store"],
  ["lib/planted8/acts.ts", 'import "@/db/seed/cast";', "nobody-imports-the-seed"],
  ["app/planted4.tsx", 'import "next-auth";', "only-the-gate-knows-next-auth"],
  ["lib/planted9/forms.ts", 'import "react";', "lib-is-not-a-web-app"],
  ["app/planted5.tsx", 'import "temporal-polyfill";', "one-file-knows-temporal"],
  ["lib/planted10/rules.ts", 'import "@/tests/support/township";', "nobody-imports-tests"],
];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "qinglan-rooms-"));
  for (const path of [...rooms, ...config]) cpSync(path, join(copy, path), { recursive: true, filter: (from) => !from.includes(".next") });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  for (const [file, line] of planted) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), `${line}\n`);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("a line in the wrong room is reported, whichever rule it breaks", () => {
  const { violations } = cruise(copy, planted.map(([file]) => file));
  const reported = new Set(violations.map((v) => `${v.from}: ${v.rule.name}`));
  const expected = planted.flatMap(([file, , rule]) => (rule ? [`${file}: ${rule}`] : []));
  expect(expected.filter((line) => !reported.has(line))).toEqual([]);
  expect(violations.filter((v) => v.from === "lib/planted/reads.ts")).toEqual([]);

  const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as { forbidden: { name: string }[] };
  const tried = new Set(planted.map(([, , rule]) => rule));
  expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});
