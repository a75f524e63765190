import "server-only";
import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";

/** Whose session a cookie names, and until when it says so at all. */
type Said = { sid: string; until: number };

/** So many cookies are known by heart: a township's worth. */
export const most = 500;

/** Kept under its digest: no cookie rests in the memory. Only what was read rightly is kept, so rubbish fills nothing. */
const known = new Map<string, Said>();
export const rememberedCookies = (): number => known.size;

/**
 * The session a cookie names. Reading one takes a key to be derived and a text to be decrypted, and always says the same:
 * so it is read once. Whether that session still holds is no part of this, and is asked of its row at every request.
 */
export async function sessionNamed(cookie: string, secret: string, now: Date): Promise<string | undefined> {
  const mark = createHash("sha256").update(secret).update(cookie).digest("base64");
  const before = known.get(mark);
  if (before && before.until > now.getTime()) return before.sid;
  known.delete(mark);
  const claims = await decode({ token: cookie, secret }).catch(() => null);
  const until = Number(claims?.exp) * 1000;
  if (typeof claims?.sid !== "string" || !(until > now.getTime())) return undefined;
  keep(mark, { sid: claims.sid, until });
  return claims.sid;
}

function keep(mark: string, said: Said): void {
  known.set(mark, said);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}
