import fs from "node:fs";
import path from "node:path";
import { makeKeys } from "./keys.mjs";
import { tsx } from "./tsx.mjs";

/**
 * Makes the demo town where there is no town. It grows in a folder of its own and moves in whole,
 * so a start broken off half way leaves no half a town behind.
 * @param {string} folder @returns {Promise<number>} 0, or the exit code of what went wrong
 */
export async function demoTown(folder) {
  sweep(folder);
  if (settled(folder)) return 0;
  const nursery = fs.mkdtempSync(path.join(folder, `.growing-${process.pid}-`));
  fs.cpSync(makeKeys(folder), path.join(nursery, "keys"), { recursive: true });
  const code = await tsx("db/seed/run.ts", ["demo"], { ...process.env, QINGLAN_DATA: nursery });
  if (code === 0 && !settled(folder)) moveIn(nursery, folder);
  fs.rmSync(nursery, { recursive: true, force: true });
  return code;
}

const settled = (folder) => fs.existsSync(path.join(folder, "town.db"));

/** `town.db` goes last: once it is there, so is everything else. */
function moveIn(nursery, folder) {
  const names = fs.readdirSync(nursery).filter((name) => name !== "keys" && !name.startsWith("instance.db"));
  for (const name of names.sort((a, b) => Number(a === "town.db") - Number(b === "town.db"))) {
    fs.renameSync(path.join(nursery, name), path.join(folder, name));
  }
}

// What starts that were broken off have left; one that is at work next to us keeps its own.
function sweep(folder) {
  for (const name of fs.readdirSync(folder)) {
    const [, pid] = name.match(/^\.growing-(\d+)-/) ?? [];
    if (pid && !lives(Number(pid))) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
