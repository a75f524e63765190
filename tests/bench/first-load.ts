import { gzipSync } from "node:zlib";
import type { Account } from "./cast";
import type { Open } from "./servers";

const pages: [path: string, who: Account | undefined][] = [
  ["/sign-in", undefined], ["/", "office"], ["/visits", "cadre"],
  ["/visits/new", "cadre"], ["/reviews", "mentor"], ["/households", "office"],
];

/** Kilobytes of script, gzipped, that a page's tags fetch; what only old browsers fetch is left out. */
export async function firstLoads({ server, cookies }: Open): Promise<Record<string, number>> {
  const sizes = new Map<string, number>();
  const found: Record<string, number> = {};
  for (const [path, who] of pages) {
    const answer = await fetch(server.origin + path, { redirect: "manual", headers: who ? { Cookie: cookies[who] } : {} });
    if (answer.status !== 200) continue;
    const tags = (await answer.text()).match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
    const wanted = tags.filter((tag) => !/nomodule/i.test(tag));
    const files = new Set(wanted.map((tag) => / src="([^"]+)"/.exec(tag)![1]!.replaceAll("&amp;", "&")));
    for (const file of files) if (!sizes.has(file)) sizes.set(file, await weigh(server.origin + file));
    found[path] = Math.round([...files].reduce((sum, file) => sum + sizes.get(file)!, 0) / 1024);
  }
  return found;
}

const weigh = async (url: string): Promise<number> => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
