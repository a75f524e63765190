import { join } from "node:path";
import { readKey } from "../../scripts/keys.mjs";
import { type Account, accounts, type Home } from "./cast";
import { signIn } from "./door";
import { freePort, memoryMb, pause, serve, type Server } from "./processes";
import type { Town, Towns } from "./towns";
import { Waiting } from "./waiting";

const startOn = (port: number, ...where: string[]) =>
  ["node_modules/next/dist/bin/next", "start", ...where, "-H", "127.0.0.1", "-p", String(port)];

export type Open = { server: Server; cookies: Record<Account, string>; homes: Home[]; waiting: Waiting; queue: string[] };
export type Servers = { big: Open; small: Open; page: Server; node: Server; idleMb: number | undefined };

/** All four, the large town first: alone, so that its start and its memory at rest are its own. */
export async function openAll(towns: Towns): Promise<Servers> {
  const server = await serveTown(towns.big);
  await pause(5000);
  const idleMb = memoryMb(server);
  const big = await enter(server, towns, towns.big);
  const small = await enter(await serveTown(towns.small), towns, towns.small);
  const file = join(towns.bare.folder, "town.db");
  const [pagePort, nodePort] = [await freePort(), await freePort()];
  const env = { NODE_ENV: "production", BENCH_FILE: file, BENCH_AUTHOR: accounts.cadre };
  const page = await serve({ args: startOn(pagePort, "tests/bench/bare-next"), env, ready: "/", port: pagePort });
  const bareNode = ["tests/bench/bare-node.mjs", file, accounts.cadre, String(nodePort)];
  const node = await serve({ args: bareNode, ready: "/", port: nodePort });
  return { big, small, page, node, idleMb };
}

/** The real program on a town's folder, as `npm start` would serve it. */
export async function serveTown({ folder }: Town, before: string[] = [], watched = false): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secrets = { NEXTAUTH_URL: origin, NEXTAUTH_SECRET: readKey(folder, "auth") };
  const env = { NODE_ENV: "production", QINGLAN_DATA: folder, APP_ORIGIN: origin, ...secrets };
  return serve({ args: [...before, ...startOn(port)], env, ready: "/api/health", port, watched });
}

async function enter(server: Server, { cast }: Towns, { folder, queue }: Town): Promise<Open> {
  return { server, cookies: await signInAll(server.origin), homes: cast.cadres[1]!.homes, waiting: new Waiting(folder), queue };
}

export async function signInAll(origin: string): Promise<Record<Account, string>> {
  const entries: [string, string][] = [];
  for (const [who, account] of Object.entries(accounts)) entries.push([who, await signIn(origin, account)]);
  return Object.fromEntries(entries) as Record<Account, string>;
}
