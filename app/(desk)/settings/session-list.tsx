import type { MySession } from "@/lib/accounts/reads";
import { clockOf } from "@/lib/kernel/calendar";
import { SessionLines } from "./session-lines";

/** Clock times are worded here: the browser does not carry the calendar. */
export function SessionList({ sessions }: { sessions: readonly MySession[] }) {
  const lines = sessions.map(({ id, device, startedAt, seenAt, here }) => ({ id, device, since: clockOf(startedAt), seen: clockOf(seenAt), here }));
  return <SessionLines sessions={lines} />;
}
