import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Made once a build, so that every build brings a worker, and with it a shell, of its own. */
export const dynamic = "force-static";

const source = readFileSync(join(process.cwd(), "app/sw.js/worker.js"), "utf8");

export const GET = (): Response =>
  new Response(source.replace("BUILD", randomUUID()), { headers: { "Content-Type": "text/javascript; charset=utf-8" } });
