import type { Sheet } from "./sheet";

type Refused = { visitId: string; message: string };
export type Answer = { ok: boolean; message?: string; fields?: Readonly<Record<string, string>>; refused?: readonly Refused[] };
export type Deed = "verdict" | "undo" | "remark" | "send" | "seen";

const unreachable = "没能连上服务器，这一条还没有批阅。有信号了再批阅一次";

/** Sends a deed; it goes through even when the page is left. Whatever happens, there is an answer in words. */
export async function post(deed: Deed, form: unknown): Promise<Answer> {
  const asked = { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ deed, form }) };
  const response = await fetch("/api/v1/reviews", asked).catch(() => undefined);
  const answer = (await response?.json().catch(() => undefined)) as Answer | undefined;
  return answer ?? { ok: false, message: unreachable };
}

/** Why not, in one line. */
export const whyNot = ({ message, fields }: Answer): string => message ?? Object.values(fields ?? {})[0] ?? unreachable;

export async function fetchSheet(id: string): Promise<Sheet | undefined> {
  const response = await fetch(`/api/v1/reviews/${id}`).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Sheet) : undefined;
}
