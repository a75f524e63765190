import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Held on globalThis because Next loads this file once for the pages and once for the start-up hook. */
const held = globalThis as typeof globalThis & { qinglanFieldKey?: Buffer };

/** 32 bytes, from `keys/field.key` beside the database. Without it sealed columns can be neither read nor written. */
export function holdFieldKey(key: Buffer): void {
  if (key.length !== 32) throw new Error("field.key must hold 32 bytes");
  held.qinglanFieldKey = key;
}

function fieldKey(): Buffer {
  if (!held.qinglanFieldKey) throw new Error("the field key has not been loaded");
  return held.qinglanFieldKey;
}

/** A key of its own for one purpose and one person, made anew whenever it is asked for and kept nowhere. */
export const derivedKey = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", fieldKey(), "", purpose, 32));

/** AES-256-GCM; the column's name is authenticated, so a value moved to another column does not open. */
export function seal(text: string, column: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", fieldKey(), iv).setAAD(Buffer.from(column));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

export function unseal(sealed: string, column: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", fieldKey(), bytes.subarray(0, 12)).setAAD(Buffer.from(column));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
