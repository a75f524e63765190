import autocannon, { type Request } from "autocannon";
import { cpuMs, type Server } from "./processes";

export type Asked = Request & { path: string };
/** What is asked of one server: the same again and again, or something fresh each time. */
export type Load = { server: Server; next: () => Asked; says: string };
export type Sample = { perSecond: number; p50: number; p99: number; cpu: number | undefined; asked: number; amiss: number };

/** Presses one server for a moment. A request that was not answered as it should be is counted, never averaged. */
export async function press({ server, next, says }: Load, connections: number, seconds: number): Promise<Sample> {
  const before = cpuMs(server);
  const result = await autocannon({
    url: server.origin, connections, duration: seconds, sampleInt: 50, timeout: 20,
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
