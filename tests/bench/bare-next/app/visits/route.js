import { rowOf } from "../../../bare-query.mjs";
import { store } from "../store";

export async function POST(request) {
  const { visit } = await request.json();
  store().insert.run(rowOf(visit, process.env.BENCH_AUTHOR));
  return Response.json({ ok: true });
}
