/**
 * What rests on a phone rests encrypted (AES-GCM), under a key that comes from the server after signing in and cannot
 * be read out of the browser. Whose item it is is authenticated with it: a row moved to another person does not open.
 */
export async function keyFrom(secret: string): Promise<CryptoKey | undefined> {
  if (!globalThis.crypto?.subtle) return undefined; // no secure context: nothing rests anywhere, so nothing needs sealing
  const raw = Uint8Array.from(atob(secret.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

const bound = (owner: string, id: string) => new TextEncoder().encode(`${owner}/${id}`);

export const sealed = (key: CryptoKey | undefined, owner: string, id: string, says: unknown) =>
  sealedBytes(key, owner, id, new TextEncoder().encode(JSON.stringify(says)));

export async function sealedBytes(key: CryptoKey | undefined, owner: string, id: string, clear: Uint8Array<ArrayBuffer>) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  if (!key) return { iv, bytes: clear.slice().buffer };
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(owner, id) }, key, clear);
  return { iv, bytes };
}

type Resting = { id: string; owner: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

/** Undefined where this key does not open it: another person's, or damaged. */
export async function opened<T>(key: CryptoKey | undefined, row: Resting): Promise<T | undefined> {
  const text = await openedBytes(key, row);
  return text && (JSON.parse(new TextDecoder().decode(text)) as T);
}

export async function openedBytes(key: CryptoKey | undefined, row: Resting): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!key) return new Uint8Array(row.bytes);
  const how = { name: "AES-GCM", iv: row.iv, additionalData: bound(row.owner, row.id) };
  const clear = await crypto.subtle.decrypt(how, key, row.bytes).catch(() => undefined);
  return clear && new Uint8Array(clear);
}
