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

export async function sealed(key: CryptoKey | undefined, owner: string, id: string, says: unknown) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(says));
  if (!key) return { iv, bytes: text.buffer };
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(owner, id) }, key, text);
  return { iv, bytes };
}

/** Undefined where this key does not open it: another person's, or damaged. */
export async function opened<T>(key: CryptoKey | undefined, row: { id: string; owner: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }): Promise<T | undefined> {
  if (!key) return JSON.parse(new TextDecoder().decode(row.bytes)) as T;
  const how = { name: "AES-GCM", iv: row.iv, additionalData: bound(row.owner, row.id) };
  const text = await crypto.subtle.decrypt(how, key, row.bytes).catch(() => undefined);
  return text && (JSON.parse(new TextDecoder().decode(text)) as T);
}
