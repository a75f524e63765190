import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { derivedKey } from "./seal";
import { dataFolder } from "./town";

/*
 * Pictures rest in `photos/` beside the database, each sealed (AES-256-GCM) into a file of its own, under a name that
 * says nothing and is authenticated with it: a file put in another's place does not open.
 */

const folder = () => join(/* turbopackIgnore: true */ dataFolder(), "photos");
const at = (name: string) => join(/* turbopackIgnore: true */ folder(), name);
const named = /^[0-9a-f]{32}$/;

/** On the disk, name and all, before this resolves. */
export async function writePhoto(picture: Buffer): Promise<string> {
  const name = randomBytes(16).toString("hex");
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const file = await open(at(`${name}.part`), "wx", 0o600);
  try {
    await file.writeFile(sealed(picture, name));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(at(`${name}.part`), at(name));
  const home = await open(folder(), "r");
  await home.sync().finally(() => home.close());
  return name;
}

/** Undefined where there is no such file. What was tampered with throws. */
export async function readPhoto(name: string): Promise<Buffer | undefined> {
  if (!named.test(name)) return undefined;
  const bytes = await readFile(at(name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return bytes && opened(bytes, name);
}

export async function dropPhoto(name: string): Promise<void> {
  if (named.test(name)) await rm(at(name), { force: true });
}

/** Files older than `before` that nobody names: their write was cut off, or their row went and the file had no time to. */
export async function sweepPhotos(isKnown: (name: string) => boolean, before: Date): Promise<number> {
  const names = await readdir(folder()).catch(() => []);
  let swept = 0;
  for (const name of names.filter((one) => named.test(one.replace(".part", "")) && !isKnown(one))) {
    const found = await stat(at(name)).catch(() => undefined);
    if (!found || found.mtime >= before) continue;
    await rm(at(name), { force: true });
    swept += 1;
  }
  return swept;
}

function sealed(picture: Buffer, name: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedKey("photos"), iv).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(picture), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function opened(bytes: Buffer, name: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", derivedKey("photos"), bytes.subarray(0, 12)).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
