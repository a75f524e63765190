import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { derivedKey } from "./seal";
import { dataFolder } from "./town";

/** A folder beside the database, with a key of its own. */
type Shelf = "photos" | "files";
/** 照片 of visits. */
export const photoFiles = shelved("photos");
/** 成果材料 of topics. */
export const topicFiles = shelved("files");

/*
 * Each file rests sealed (AES-256-GCM) under a name that says nothing and is authenticated with it: a file put in
 * another's place does not open.
 */
function shelved(shelf: Shelf) {
  return {
    /** On the disk, name and all, before this resolves. */
    write: (content: Buffer): Promise<string> => write(shelf, content),
    /** Undefined where there is no such file. What was tampered with throws. */
    async read(name: string): Promise<Buffer | undefined> {
      if (!named.test(name)) return undefined;
      const bytes = await readFile(at(shelf, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      return bytes && opened(bytes, shelf, name);
    },
    async drop(name: string): Promise<void> {
      if (named.test(name)) await rm(at(shelf, name), { force: true });
    },
    /** Files older than `before` that nobody names: their write was cut off, or their row went and the file had no time to. */
    async sweep(isKnown: (name: string) => boolean, before: Date): Promise<number> {
      const names = await readdir(folder(shelf)).catch(() => []);
      let swept = 0;
      for (const name of names.filter((one) => named.test(one.replace(".part", "")) && !isKnown(one))) {
        const found = await stat(at(shelf, name)).catch(() => undefined);
        if (!found || found.mtime >= before) continue;
        await rm(at(shelf, name), { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}

const named = /^[0-9a-f]{32}$/;
const folder = (shelf: Shelf) => join(/* turbopackIgnore: true */ dataFolder(), shelf);
const at = (shelf: Shelf, name: string) => join(/* turbopackIgnore: true */ folder(shelf), name);

async function write(shelf: Shelf, content: Buffer): Promise<string> {
  const name = randomBytes(16).toString("hex");
  await mkdir(folder(shelf), { recursive: true, mode: 0o700 });
  const file = await open(at(shelf, `${name}.part`), "wx", 0o600);
  try {
    await file.writeFile(sealed(content, shelf, name));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(at(shelf, `${name}.part`), at(shelf, name));
  const home = await open(folder(shelf), "r");
  await home.sync().finally(() => home.close());
  return name;
}

function sealed(content: Buffer, shelf: Shelf, name: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(shelf), iv).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function opened(bytes: Buffer, shelf: Shelf, name: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", derivedKey(shelf), bytes.subarray(0, 12)).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
