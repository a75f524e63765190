import { connection } from "next/server";

/** Alive, and nothing more: a stranger learns no version and no count. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ ok: true });
}
