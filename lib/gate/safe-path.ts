import { ourOrigins } from "./origin";

/** Where a person may be sent after signing in: a path of ours, never another site, never the door itself. */
export function safePath(text: string | null | undefined): string {
  if (!text || text.length > 500) return "/";
  const path = text.replace(/^https?:\/\/[^/]+(?=\/|$)/, (origin) => (isOurs(origin) ? "" : "//"));
  const fits = /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(path) || path === "";
  return fits && !/^\/(sign-in|activate|api)(\/|\?|$)/.test(path) ? path || "/" : "/";
}

const isOurs = (origin: string): boolean => ourOrigins().includes(origin);
