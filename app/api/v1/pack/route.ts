import { choicesBesides } from "@/app/(desk)/visits/form-choices";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";
import { deskOfRequest } from "@/lib/gate/session";
import { takeHomes } from "@/lib/visits/acts-pack";
import { revokedHere } from "../revoked";

const signedOut = { ok: false, signedOut: true, message: "登录时间到了，重新登录后再取" };
const notYours = { ok: false, message: "离线包只给要记走访的人" };

const packFor = async (desk: Desk) => {
  const { doors, homes } = await takeHomes(desk);
  return { name: desk.me.name, choices: { ...(await choicesBesides(desk)), doors, chosen: undefined }, homes };
};
/** What a phone needs to write visits where there is no network; it keeps it sealed, and no longer than three days. */
export type Pack = Awaited<ReturnType<typeof packFor>>;

export async function GET(): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json({ ...signedOut, revoked: await revokedHere() }, { status: 401 });
  if (!mayOpen.writeVisits(desk.me)) return Response.json(notYours, { status: 403 });
  return Response.json({ ok: true, pack: await packFor(desk) });
}
