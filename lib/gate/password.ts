import "server-only";
import { createHmac } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { dataFolder, keyOf } from "@/db/town";
import { Refusal } from "@/lib/kernel/refusal";

/** argon2id, 64 MiB, three passes: about 60 ms. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let pepper: Buffer | undefined;
const peppered = (password: string): string => {
  pepper ??= keyOf(dataFolder(), "pepper");
  return createHmac("sha256", pepper).update(password.normalize("NFC")).digest("base64");
};

let running = 0;
const waiting: (() => void)[] = [];

/** Two hashes at a time: forty at once would hold every other request for seconds. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) {
    if (waiting.length >= 20) throw Refusal.conflict("现在登录的人太多，过几秒再试");
    await new Promise<void>((go) => waiting.push(go));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(peppered(password), cost));

/** A hash that no password opens: an unknown account costs as long as a known one. */
let nobody: Promise<string> | undefined;

export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, peppered(password)));
  return fits && !!stored;
}
