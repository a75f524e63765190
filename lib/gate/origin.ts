/** APP_ORIGIN alone where it is set to a public name; on this machine, both names of the loopback. */
export function ourOrigins(): string[] {
  const origin = process.env.APP_ORIGIN ?? "http://127.0.0.1:3000";
  const loopback = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.exec(origin);
  return loopback ? [`http://127.0.0.1${loopback[2] ?? ""}`, `http://localhost${loopback[2] ?? ""}`] : [origin];
}

export const overHttps = (): boolean => (process.env.APP_ORIGIN ?? "").startsWith("https:");

/** `__Host-` makes the browser refuse a cookie that another name or a plain connection tries to set. */
export const cookieName = (): string => (overHttps() ? "__Host-qinglan.sid" : "qinglan.sid");
