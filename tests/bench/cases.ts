import { newId } from "@/lib/kernel/id";
import { dayOf } from "@/lib/kernel/calendar";
import type { VisitInput } from "@/lib/visits/forms";
import { COMMON, RARE } from "./history";
import type { Asked, Load } from "./load";
import type { Servers } from "./servers";

export type Target = "big" | "small" | "page" | "node" | "handler";
export type Figure = "list" | "reviews" | "queue" | "home" | "submit" | "review" | "next" | "rare" | "common";
/** One thing a person waits for: on the two towns, and on the bare servers that can do the like. */
export type Case = { figure: Figure; name: string; against: "page" | "handler"; loads: Partial<Record<Target, Load>> };

export function casesFor(servers: Servers): Case[] {
  const { page, node } = servers;
  const bare = (server: typeof page): Load => ({ server, says: "<table", next: () => ({ path: "/" }) });
  const both = (load: (town: Town) => Load) => ({ big: load(servers.big), small: load(servers.small) });
  const reads = (figure: Figure, name: string, load: (town: Town) => Load): Case =>
    ({ figure, name, against: "page", loads: both(load) });
  const list = reads("list", "走访日志 /visits", (town) => pageOf(town, "cadre", "/visits", "</tbody>"));
  return [
    { ...list, loads: { ...list.loads, page: bare(page), node: bare(node) } },
    reads("reviews", "批阅 /reviews", (town) => pageOf(town, "mentor", "/reviews", "正在看的走访日志")),
    reads("queue", "党建办批阅，上万条在等", (town) => pageOf(town, "office", "/reviews", "正在看的走访日志")),
    reads("home", "党建办 /", (town) => pageOf(town, "office", "/", "</main>")),
    reads("rare", `找“${RARE}”（党建办）`, (town) => searchOf(town, "office", RARE)),
    reads("common", `找“${COMMON}”（学员）`, (town) => searchOf(town, "cadre", COMMON)),
    { figure: "submit", name: "提交走访", against: "handler", loads: { ...both(submitOf), handler: handlerOf(servers) } },
    { figure: "review", name: "批阅一条", against: "handler", loads: both(reviewOf) },
    { figure: "next", name: "取下一篇", against: "handler", loads: both(nextOf) },
  ];
}

type Town = Servers["big"];

const pageOf = ({ server, cookies }: Town, who: keyof Town["cookies"], path: string, says: string): Load =>
  ({ server, says, next: () => ({ path, headers: { Cookie: cookies[who] } }) });

const json = "application/json";
const post = (origin: string, path: string, body: unknown, headers: Record<string, string> = {}): Asked =>
  ({ method: "POST", path, headers: { "Content-Type": json, Origin: origin, ...headers }, body: JSON.stringify(body) });

const searchOf = ({ server, cookies }: Town, who: keyof Town["cookies"], q: string): Load =>
  ({ server, says: "snippet", next: () => post(server.origin, "/api/v1/search", { q }, { Cookie: cookies[who] }) });

export const formOf = (homes: Town["homes"], count: number): VisitInput => ({
  id: newId<"visit">(), kind: "household_day", householdId: homes[count % homes.length]!.id,
  visitedOn: dayOf(new Date()), slot: "morning", topics: ["eldercare"], matter: "none", problemTitle: "",
  account: `第 ${count} 次上门，说起屋后水沟堵了，下雨进水，约了网格员周五去看。`,
});

function submitOf({ server, cookies, homes }: Town): Load {
  let count = 0;
  const headers = { Cookie: cookies.writer };
  const next = () => post(server.origin, "/api/v1/outbox", { version: 1, visit: formOf(homes, count++) }, headers);
  return { server, says: '"result":"sent"', next };
}

function handlerOf({ page, big }: Servers): Load {
  let count = 0;
  const next = () => post(page.origin, "/visits", { version: 1, visit: formOf(big.homes, count++) });
  return { server: page, says: '"ok":true', next };
}

/** As the desk sends it. What waits was submitted a moment before; each is answered once. */
function reviewOf({ server, cookies, waiting }: Town): Load {
  const headers = { Cookie: cookies.reviewer };
  const form = () => ({ visitId: waiting.take(), version: 1, verdict: "approve", note: "" });
  return { server, says: '"ok":true', next: () => post(server.origin, "/api/v1/reviews", { deed: "verdict", form: form() }, headers) };
}

/** The log that is fetched while another is read: what was said, and all that is known of its door. */
function nextOf({ server, cookies, queue }: Town): Load {
  let count = 0;
  const headers = { Cookie: cookies.office };
  return { server, says: '"account":', next: () => ({ path: `/api/v1/reviews/${queue[count++ % queue.length]}`, headers }) };
}
