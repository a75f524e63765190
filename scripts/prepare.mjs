// On a bare clone there is no node_modules yet: nothing here imports a package.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { run, runNode } from "./child.mjs";

const say = (line) => console.log(`[青蓝] ${line}`);

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`[青蓝] 需要 Node.js 20.19 或更新，现在是 ${version} · Node.js 20.19 or newer is needed: https://nodejs.org`);
  process.exit(1);
}

/** Installs what the lockfile names, unless exactly that is installed for this Node. */
export async function dependencies() {
  const stamp = "node_modules/.prepared";
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(fs.readFileSync("package.json", "utf8"));
  const named = JSON.stringify([dependencies, devDependencies, overrides, allowScripts, process.versions.modules]);
  const wanted = fingerprint(["package-lock.json"], named);
  if (stamped(stamp, wanted)) return;
  say("正在安装依赖，约 2 分钟 · npm ci (compiles better-sqlite3 where none is ready-made)");
  const { code } = await npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) process.exit(code);
  fs.writeFileSync(stamp, wanted);
}

const inputs = [
  "app", "db", "lib", "public", "proxy.ts", "instrumentation.ts",
  "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json",
];

/** Builds for production, unless the build that stands came from exactly these inputs. Says whether one stands. */
export async function build() {
  const stamp = `${process.env.QINGLAN_DIST || ".next"}/.prepared`;
  const wanted = fingerprint(inputs);
  if (stamped(stamp, wanted)) return true;
  fs.rmSync(stamp, { force: true });
  say("正在构建，约 1 分钟 · next build");
  const { code } = await next(["build"], { env: plain() });
  if (code === 0) fs.writeFileSync(stamp, wanted);
  return code === 0;
}

export const next = (args, options) => runNode(["node_modules/next/dist/bin/next", ...args], options);

/** NODE_ENV from the shell would make npm leave out what the build needs, and the build itself go wrong. */
export function plain() {
  const { NODE_ENV: _, ...env } = process.env;
  return env;
}

// Inside a script npm names its own program: the same npm, and no shell, which Windows would need.
function npm(args) {
  const own = process.env.npm_execpath;
  if (own) return runNode([own, ...args], { env: plain() });
  return run("npm", args, { env: plain(), shell: process.platform === "win32" });
}

/** One hash of these files and folders, by name and content. @param {string[]} paths */
export function fingerprint(paths, more = "") {
  const hash = createHash("sha256").update(more);
  for (const file of paths.flatMap(filesIn)) hash.update(`\0${file}\0`).update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesIn(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs.readdirSync(place).sort().flatMap((name) => filesIn(path.join(place, name)));
}

const stamped = (stamp, wanted) => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted;
