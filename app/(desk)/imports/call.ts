/** What the import's routes answer. */
type Said = { ok: boolean; id?: string; message?: string };

const unreachable: Said = { ok: false, message: "没能连上服务器，过一会儿再试" };

/** One call of the page's own script; whatever happens, there are words for it. */
export async function call(path: string, body: BodyInit = "{}", headers: Record<string, string> = { "content-type": "application/json" }): Promise<Said> {
  const response = await fetch(path, { method: "POST", body, headers }).catch(() => undefined);
  if (!response) return unreachable;
  return ((await response.json().catch(() => undefined)) as Said | undefined) ?? unreachable;
}
