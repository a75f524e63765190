import type { ChildProcess } from "node:child_process";
import { casesFor, type Figure } from "./cases";
import { type Servers, serveTown, signInAll } from "./servers";
import { stop } from "./processes";
import type { Towns } from "./towns";

/**
 * How many statements the real program sends for each thing, BEGIN and COMMIT among them: asked of a server of its
 * own, whose store counts what it runs.
 */
export async function statementsOf(towns: Towns, servers: Servers): Promise<Partial<Record<Figure, string[]>>> {
  servers.small.waiting.look();
  const server = await serveTown(towns.small, ["--import", "./tests/bench/count-statements.mjs"], true);
  const small = { ...servers.small, server, cookies: await signInAll(server.origin) };
  const found: Partial<Record<Figure, string[]>> = {};
  for (const { figure, loads } of casesFor({ ...servers, small })) {
    for (let turn = 0; turn < 2; turn++) {
      await said(server.child);
      const { path, ...asked } = loads.small!.next();
      const answer = await fetch(server.origin + path, { ...asked, redirect: "manual" });
      const text = await answer.text();
      if (!text.includes(loads.small!.says)) throw new Error(`${figure} was not answered: ${answer.status} ${text.slice(0, 500)}`);
      found[figure] = await said(server.child);
      if (figure === "submit") small.waiting.look();
    }
  }
  await stop(server);
  return found;
}

function said(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      const { statements } = message as { statements?: string[] };
      if (!statements) return;
      child.off("message", hear);
      resolve(statements);
    };
    child.on("message", hear);
    child.send("statements");
  });
}
