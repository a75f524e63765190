import type { Desk } from "@/lib/gate/desk";
import { homesToCarry } from "./reads-pack";

/** What a phone may carry of households, and a line in the ledger that somebody took it along. */
export async function takeHomes(desk: Desk) {
  const carried = await homesToCarry(desk);
  await desk.change("pack.take", desk.me.id, () => Promise.resolve(), `${carried.doors.length} 户，遮住姓名`);
  return carried;
}
