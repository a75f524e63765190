import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = { dependencies: Record<string, string>; devDependencies: Record<string, string>; allowScripts: Record<string, boolean> };
type Locked = { version?: string; resolved?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean; extraneous?: boolean };

const ours = JSON.parse(readFileSync("package.json", "utf8")) as Package;
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const wanted = { ...ours.dependencies, ...ours.devDependencies };
const locked = Object.entries(packages).filter(([path]) => path !== "");

/** Below these there are known holes. */
const floors: Record<string, string> = { next: "16.4.5", "next-auth": "4.24.15", "drizzle-orm": "0.45.2", zod: "4.6.6" };

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]!.split(".").map(Number)) as [number[], number[]];
  const first = a.findIndex((part, i) => part !== b[i]);
  return first < 0 || a[first]! > b[first]!;
}

test("versions are compared as numbers", () => {
  expect([["16.4.5", "16.4.5"], ["16.10.0", "16.4.5"], ["4.24.9", "4.24.15"], ["16.3.9", "16.4.5"]].map(([a, b]) => isAtLeast(a!, b!))).toEqual([true, true, false, false]);
});

test.each(Object.entries(floors))("%s is at least %s, every copy of it", (name, floor) => {
  const copies = locked.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version!);
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("each dependency is pinned to one version, and the lockfile agrees", () => {
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(Object.entries(wanted).filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

test("the lockfile vouches for every package, and names no registry but the public one", () => {
  expect(locked.length).toBeGreaterThan(300);
  expect(locked.filter(([, one]) => !one.link && !one.integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, { extraneous }]) => extraneous).map(([path]) => path)).toEqual([]);
});

test("only what was thought about may run a script when it is installed", () => {
  const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const running = new Set(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)));
  expect([...running].filter((name) => !(name in ours.allowScripts))).toEqual([]);
  expect(Object.entries(ours.allowScripts).filter(([, may]) => may).map(([name]) => name)).toEqual(["better-sqlite3"]);
});

test("libraries that are abandoned or that we do without are not here", () => {
  const without = ["xlsx", "exceljs", "moment", "date-fns", "lodash", "axios", "styled-components"];
  expect(without.filter((name) => name in wanted)).toEqual([]);
});
