import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { countWaiting } from "@/lib/households/reads-waiting";

/** 户情待核对: one line for whoever keeps files, and none where nothing waits. */
export async function FileCount({ desk }: { desk: Desk }) {
  const waiting = await countWaiting(desk);
  if (waiting === 0) return null;
  return <p><To href="/households?waiting=1" className="link inline-flex min-h-tap items-center lg:min-h-0">户情有新说法、等你核对的农户 {waiting} 户</To></p>;
}
