import { expect, test, vi } from "vitest";
import { POST } from "@/app/api/v1/marks/route";
import type { Desk } from "@/lib/gate/desk";
import { openOne } from "../support/defences";
import { township } from "../support/township";

const sent = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));

const ask = async (desk: Desk, body: string): Promise<unknown> => {
  sent.by = desk;
  return (await POST(new Request("http://town/api/v1/marks", { method: "POST", body }))).json();
};

test("whatever a phone sends for a mark, the answer to it is in Chinese and names what is at fault", async () => {
  const town = await township();
  const open = await openOne(town);
  const mark = { defenceId: open.defenceId, criterionId: open.criteria[0]!.id, points: 85 };
  const whole = { ok: false, message: "送来的内容不全，刷新这一页再试", fields: {} };
  for (const body of ["null", "7", "[]", "not json", ""]) expect([body, await ask(open.judges[0]!, body)]).toEqual([body, whole]);
  expect(await ask(open.judges[0]!, JSON.stringify({ ...mark, note: "x" }))).toEqual(whole);
  expect(await ask(open.judges[0]!, JSON.stringify({ ...mark, points: 101 }))).toEqual({ ok: false, fields: { points: "分数是 0 到 100 的整数" } });
  expect(await ask(open.judges[0]!, JSON.stringify(mark))).toEqual({ ok: true });
});
