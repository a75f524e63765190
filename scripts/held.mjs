import fs from "node:fs";
import net from "node:net";
import path from "node:path";

/**
 * Does a running server hold this town's folder? It keeps `instance.db` locked for life; the lock dies with it.
 * @param {string} folder @returns {Promise<boolean>}
 */
export async function isHeld(folder) {
  const file = path.join(folder, "instance.db");
  if (!fs.existsSync(file)) return false;
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    if (error.code?.startsWith("SQLITE_BUSY")) return true;
    throw error;
  } finally {
    db.close();
  }
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
export function isTaken(host, port) {
  return new Promise((resolve) => {
    const probe = net.createServer().once("error", () => resolve(true));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
