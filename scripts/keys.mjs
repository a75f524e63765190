import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** auth signs the sign-in cookies, field encrypts single columns, pepper goes into every password's hash. */
const names = ["auth", "field", "pepper"];

/**
 * The keys of one town, made once: 32 random bytes each, for the owner's eyes only.
 * @param {string} folder the town's folder @returns {string} the folder of the keys
 */
export function makeKeys(folder) {
  const place = path.join(folder, "keys");
  fs.mkdirSync(place, { recursive: true, mode: 0o700 });
  fs.chmodSync(place, 0o700);
  const missing = names.filter((name) => !fs.existsSync(fileOf(place, name)));
  refuseNewKeysForOldTown(folder, missing);
  for (const name of missing) makeKey(fileOf(place, name));
  for (const name of names) fs.chmodSync(fileOf(place, name), 0o600);
  return place;
}

/** @param {string} folder @param {string} name @returns {string} */
export const readKey = (folder, name) => fs.readFileSync(fileOf(path.join(folder, "keys"), name), "utf8").trim();

const fileOf = (place, name) => path.join(place, `${name}.key`);

// A new auth key only signs everyone out; a new field key or pepper would lock the town's own past away.
function refuseNewKeysForOldTown(folder, missing) {
  const lost = missing.filter((name) => name !== "auth");
  if (lost.length === 0 || !fs.existsSync(path.join(folder, "town.db"))) return;
  const files = lost.map((name) => `keys/${name}.key`).join("、");
  throw new Error(`${folder} 里有数据，但缺少 ${files}：请从备份放回 · keys are missing, put them back from the backup`);
}

// Whole or not at all, and never over another: `link` refuses a name that is taken.
function makeKey(file) {
  const draft = `${file}.${process.pid}`;
  const handle = fs.openSync(draft, "wx", 0o600);
  fs.writeSync(handle, `${randomBytes(32).toString("base64url")}\n`);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
