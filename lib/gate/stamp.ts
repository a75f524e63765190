import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "@/db/seal";

/**
 * 印记: what was frozen, drawn or released is stamped with a key that is not in the database, so that whoever changes a row,
 * and everything beside it that would have to agree, is found out. `says` is anything JSON holds, in a fixed order.
 */
export const stampOf = (purpose: string, says: unknown): string =>
  createHmac("sha256", derivedKey(`stamp ${purpose}`)).update(JSON.stringify(says)).digest("hex");

export function isStamped(purpose: string, says: unknown, stamp: string): boolean {
  const [given, due] = [Buffer.from(stamp), Buffer.from(stampOf(purpose, says))];
  return given.length === due.length && timingSafeEqual(given, due);
}
