/** Where a person may be sent after signing in: a path of ours, never another site, never the door itself. */
export function safePath(text: string | null | undefined): string {
  if (!text || text.length > 500) return "/";
  const path = text.replace(/^https?:\/\/[^/]+(?=\/|$)/, (origin) => (isOurs(origin) ? "" : "//"));
  const fits = /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(path) || path === "";
  return fits && !/^\/(sign-in|activate|api)(\/|\?|$)/.test(path) ? path || "/" : "/";
}

const isOurs = (origin: string): boolean => ourOrigins().includes(origin);

/** APP_ORIGIN alone where it is set to a public name; on this machine, both names of the loopback. */
export function ourOrigins(): string[] {
  const origin = process.env.APP_ORIGIN ?? "http://127.0.0.1:3000";
  const loopback = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.exec(origin);
  return loopback ? [`http://127.0.0.1${loopback[2] ?? ""}`, `http://localhost${loopback[2] ?? ""}`] : [origin];
}
