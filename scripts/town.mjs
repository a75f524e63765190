// npm run town -- --data DIR --villages FILE.csv --name 镇名 --account 账号 --person 姓名
import fs from "node:fs";
import { makeKeys } from "./keys.mjs";
import { fromCaller, townFolder } from "./place.mjs";
import { tsx } from "./tsx.mjs";

const paths = new Set(["--data", "--villages"]);

/** `--data=X` and `--data X` alike, and paths made whole, for the script itself runs in the project's folder. */
function spelledOut(args) {
  const words = args.flatMap((arg) => arg.match(/^(--[a-z]+)=(.*)$/s)?.slice(1) ?? [arg]);
  return words.map((word, i) => (paths.has(words[i - 1]) ? fromCaller(word) : word));
}

const args = spelledOut(process.argv.slice(2));
const given = args.indexOf("--data");
if (given >= 0 && args[given + 1]) process.env.QINGLAN_DATA = args[given + 1];
process.umask(0o077);
fs.mkdirSync(townFolder(), { recursive: true, mode: 0o700 });
makeKeys(townFolder());
process.exit(await tsx("db/seed/run.ts", ["town", ...args]));
