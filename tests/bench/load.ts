import autocannon, { type Request } from "autocannon";
import { cpuMs, type Server } from "./processes";

export type Asked = Request & { path: string };
/** What is asked of one server: the same again and again, or something fresh each time. */
export type Load = { server: Server; next: () => Asked; says: string };
export type Sample = { perSecond: number; p50: number; p99: number; cpu: number | undefined; asked: number; amiss: number };

/**
 * Asks one server so many times. Counted, not timed: on a machine that is busy with something else a fixed moment may
 * pass without an answer. One that is not as it should be is counted, never averaged.
 */
export async function press({ server, next, says }: Load, connections: number, amount: number): Promise<Sample> {
  const before = cpuMs(server);
  const result = await autocannon({
    url: server.origin, connections, amount, sampleInt: 10, timeout: 30,
    requests: [{ ...next(), setupRequest: (request) => ({ ...request, ...next() }) }],
    verifyBody: (body) => body.includes(says),
  });
  const asked = result["2xx"];
  const after = cpuMs(server);
  const { p50, p99 } = result.latency;
  const amiss = result.non2xx + result.errors + result.timeouts + result.mismatches;
  const cpu = before === undefined || after === undefined ? undefined : (after - before) / Math.max(1, asked);
  return { perSecond: asked / result.duration, p50, p99, cpu, asked, amiss };
}
