import "fake-indexeddb/auto";
import { and, eq, inArray } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { isUnsent } from "@/app/_phone/item";
import { drain, type Post } from "@/app/_phone/sender";
import { drainPhotos, type PostPhoto } from "@/app/_phone/sender-photos";
import { POST } from "@/app/api/v1/outbox/route";
import { tables } from "@/db/schema";
import { newId } from "@/lib/kernel/id";
import { freshPhone, tabOf } from "../support/phones";
import { put, sent } from "../support/photo-route";
import { jpeg } from "../support/pictures";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(false) }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/photo-route")).sent.by }));

test("fifty visits with two photos each, written in a week without a signal, all arrive in one go", async () => {
  const town = await township();
  const outbox = await tabOf(await freshPhone(), town.people.lin);
  const shots = await Promise.all(["#a33", "#3a3"].map((colour) => jpeg(640, 480, colour)));
  const forms = Array.from({ length: 50 }, (_, nth) => aVisit(town, { account: `第 ${nth + 1} 次没有信号`, photoIds: [newId<"photo">(), newId<"photo">()] }));
  for (const form of forms) {
    await outbox.jot(form, "", form.photoIds.map((id, place) => ({ id, bytes: new Uint8Array(shots[place]!) })));
    await outbox.queue(form, "");
  }
  let [envelopes, pictures] = [0, 0];
  const post: Post = async (envelope) => {
    [sent.by, envelopes] = [town.lin, envelopes + 1];
    const answer = await POST(new Request("http://127.0.0.1:3000/api/v1/outbox", { method: "POST", body: JSON.stringify(envelope) }));
    return { status: answer.status, answer: (await answer.json()) as { ok: false } };
  };
  const postPhoto: PostPhoto = ({ id, bytes }) => ((pictures += 1), put(town.lin, id, bytes));
  expect(await drain(outbox, post, Date.now)).toBe("done");
  expect(await drainPhotos(outbox, postPhoto, Date.now)).toBe("done");

  expect((await outbox.items()).filter(isUnsent)).toEqual([]);
  expect([envelopes, pictures]).toEqual([3, 100]);
  const ids = forms.map(({ id }) => id);
  expect(await town.store.read.select({ id: tables.visits.id }).from(tables.visits).where(inArray(tables.visits.id, ids))).toHaveLength(50);
  expect(await town.store.read.select({ id: tables.photos.id }).from(tables.photos).where(and(inArray(tables.photos.visitId, ids), eq(tables.photos.state, "kept")))).toHaveLength(100);
});
