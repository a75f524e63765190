declare module "autocannon" {
  export type Request = { method?: "GET" | "POST"; path?: string; headers?: Record<string, string>; body?: string };
  type Setup = (request: Request, context: object) => Request | null;
  type Options = {
    url: string; connections: number; amount: number; sampleInt?: number; timeout?: number;
    requests: (Request & { setupRequest?: Setup })[]; verifyBody?: (body: string) => boolean;
  };
  type Result = {
    "2xx": number; non2xx: number; errors: number; timeouts: number; mismatches: number; duration: number;
    latency: { p50: number; p99: number; average: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
