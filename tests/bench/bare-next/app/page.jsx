import { FIELDS } from "../../bare-query.mjs";
import { store } from "./store";

export const dynamic = "force-dynamic";

export default function Page() {
  const rows = store().list.all(process.env.BENCH_AUTHOR);
  return (
    <table>
      <tbody>
        {rows.map((visit) => <tr key={visit.id}>{FIELDS.map((field) => <td key={field}>{visit[field]}</td>)}</tr>)}
      </tbody>
    </table>
  );
}
