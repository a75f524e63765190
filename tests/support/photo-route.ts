import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { GET, POST } from "@/app/api/v1/photos/[id]/route";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { submitVisit } from "@/lib/visits/acts";
import type { township } from "./township";
import { aVisit } from "./visits";

type Town = Awaited<ReturnType<typeof township>>;

/** Whose request it is; a test that uses this file puts it in the session's place. */
export const sent: { by: Desk | undefined } = { by: undefined };

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const url = "http://127.0.0.1:3000/api/v1/photos/x";

export async function put(desk: Desk | undefined, id: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  sent.by = desk;
  const request = new Request(url, { method: "POST", body: new Uint8Array(bytes), headers: { "content-type": "image/jpeg", ...headers } });
  const answer = await POST(request, at(id));
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; message?: string; signedOut?: true; otherPerson?: true }) };
}

export async function show(desk: Desk | undefined, id: string): Promise<Response> {
  sent.by = desk;
  return GET(new Request(url), at(id));
}

export const photoFolder = () => join(process.env.QINGLAN_DATA!, "photos");
export const photoFiles = () => readdirSync(photoFolder());
export const photoRow = async (town: Town, id: Id<"photo">) => (await town.store.read.select().from(tables.photos).where(eq(tables.photos.id, id)))[0]!;
export const deedsOn = async (town: Town, id: string) =>
  (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).map(({ action }) => action);

/** A visit handed in by 林晓 that names so many photos. */
export async function visitWith(town: Town, count = 1) {
  const ids = Array.from({ length: count }, () => newId<"photo">());
  const form = aVisit(town, { photoIds: ids });
  await submitVisit(town.lin, form);
  return { form, ids, id: ids[0]! };
}
