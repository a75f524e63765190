import { ourOrigins } from "./origin";

/** Control characters, backslashes, and what turns the reading direction or cannot be seen. */
const unreadable = /[\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Where a person may be sent after signing in: a path of ours, never another site, never the door itself. */
export function safePath(text: string | null | undefined): string {
  if (!text || text.length > 500 || unreadable.test(text)) return "/";
  const path = text.replace(/^https?:\/\/[^/]+(?=\/|$)/, (origin) => (isOurs(origin) ? "" : "//"));
  const place = /^\/(?!\/)/.test(path) ? placeOf(path) : undefined;
  const fits = place && !place.startsWith("//") && !unreadable.test(place) && !/^\/(sign-in|activate|api)(\/|$)/.test(place);
  return fits ? path : "/";
}

/** The path as a browser and the server will read it: dots followed, escapes undone; nothing where they cannot be. */
function placeOf(path: string): string | undefined {
  try {
    return decodeURIComponent(new URL(path, "http://here").pathname);
  } catch {
    return undefined;
  }
}

const isOurs = (origin: string): boolean => ourOrigins().includes(origin);
