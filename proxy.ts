import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { cookieName, ourOrigins, overHttps } from "@/lib/gate/origin";
import { leavingCookie } from "@/lib/words/leaving";

/*
 * The outer gate: it turns away what no browser of ours sends and gives each page its policy. It decides nothing about
 * people: who may see or do what is asked at the Desk, for a proxy can be walked around.
 */

export const config = { matcher: "/((?!_next/static).*)" };

const ours = ourOrigins();
const hosts = ours.map((origin) => new URL(origin).host);
const cookie = cookieName();
const secure = overHttps();
const leaving = leavingCookie(secure);
const dev = process.env.NODE_ENV === "development";

const kb = 1024;
const action = { most: 256 * kb, types: /^(text\/plain|multipart\/form-data)(;|$)/ };
const json = (most: number) => ({ most, types: /^application\/json(;|$)/ });

/** What each route takes by POST; anything else is a server action, whose address is the page it was sent from. */
const takes: [path: RegExp, body: { most: number; types: RegExp }][] = [
  [/^\/(sign-in|activate)$/, { ...action, most: 4 * kb }],
  [/^\/api\/auth\//, { most: 4 * kb, types: /^application\/x-www-form-urlencoded(;|$)/ }],
  [/^\/api\/v1\/outbox$/, json(256 * kb)],
  [/^\/api\/v1\/photos\//, { most: 400 * kb, types: /^image\/(jpeg|png|webp)$/ }],
  [/^\/api\/v1\/topics\/[^/]+\/files$/, { most: 21 * kb * kb, types: /^application\/octet-stream$/ }],
  [/^\/api\/v1\/search$/, json(kb)],
  [/^\/api\/v1\/imports(\/|$)/, { most: 6 * kb * kb, types: /^(multipart\/form-data|application\/(json|octet-stream))(;|$)/ }],
  [/^\/api\/csp$/, { most: 16 * kb, types: /^application\/(csp-report|reports\+json)(;|$)/ }],
  [/^\/api\//, json(16 * kb)],
];

const forEverybody = /^\/(sign-in|sign-out|activate|offline|_next)(\/|$)|^\/api\/(auth\/|health$)|^\/__nextjs/;
/** 退出登录 was pressed where there was no network: these end the session, and nothing of its person is told before. */
const leaves = /^\/(sign-out|api\/v1\/sign-out|api\/health)$/;
const file = /^\/[\w.-]+\.(svg|png|ico|js|webmanifest|txt)$/;

export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const fault = faultOf(request, pathname);
  if (fault) return refuse(fault, pathname);
  const isFile = file.test(pathname);
  const isLeaving = !isFile && request.cookies.has(leaving) && !pathname.startsWith("/_next");
  if (isLeaving && !leaves.test(pathname)) return pathname.startsWith("/api/") ? refuse(401, pathname) : onTo(request, "/sign-out");
  if (!isFile && !isLeaving && !forEverybody.test(pathname) && !request.cookies.has(cookie)) {
    if (pathname.startsWith("/api/")) return refuse(401, pathname);
    // An action answers for itself: the page keeps what was typed, and a redirect would lose it.
    if (!request.headers.has("next-action")) return toTheDoor(request, pathname + search);
  }
  return pass(request, pathname + search, !isFile && !pathname.startsWith("/api/"));
}

function faultOf(request: NextRequest, pathname: string): number | undefined {
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD" && method !== "POST") return 405;
  if (!hosts.includes(headers.get("host") ?? "")) return 421;
  return method === "POST" ? faultOfPost(headers, pathname) : undefined;
}

/** Next itself lets an action without Origin through, and answers 500 to what it cannot read. */
function faultOfPost(headers: Headers, pathname: string): number | undefined {
  const [site, id] = [headers.get("sec-fetch-site"), headers.get("next-action")];
  if (!ours.includes(headers.get("origin") ?? "") || (site && site !== "same-origin")) return 403;
  const [, body] = takes.find(([path]) => path.test(pathname)) ?? [undefined, action];
  const length = headers.get("content-length");
  // Next hands an action on to another page's worker by a request of its own, without a length; it counts for itself.
  if (length === null && !(id && headers.has("x-action-forwarded"))) return 411;
  if (Number(length) > body.most) return 413;
  if (!body.types.test(headers.get("content-type")?.toLowerCase() ?? "")) return 415;
  return id !== null && !/^[0-9a-f]{40,64}$/.test(id) ? 400 : undefined;
}

const words: Record<number, string> = {
  400: "这个请求不完整，刷新页面后再试",
  401: "登录时间到了，重新登录后再试",
  403: "这个请求不是从本系统的页面发出的",
  405: "这个地址不接受这样的请求",
  411: "这个请求没有写明大小",
  413: "内容太大了，分几次提交",
  415: "这种格式收不了",
  421: "这个网址不是本系统的地址，换党建办给的网址再打开",
};

function refuse(status: number, pathname: string): Response {
  const headers = { "Cache-Control": "private, no-store", ...(status === 405 && { Allow: "GET, HEAD, POST" }) };
  const message = words[status] ?? "";
  if (!pathname.startsWith("/api/")) return new Response(message, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
  return Response.json({ ok: false, message, fields: {}, ...(status === 401 && { signedOut: true }) }, { status, headers });
}

const toTheDoor = (request: NextRequest, path: string): Response =>
  onTo(request, path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);

function onTo(request: NextRequest, to: string): Response {
  const here = ours[hosts.indexOf(request.headers.get("host") ?? "")];
  const answer = NextResponse.redirect(new URL(to, here), request.method === "POST" ? 303 : 307);
  answer.headers.set("Cache-Control", "private, no-store");
  return answer;
}

function pass(request: NextRequest, path: string, isPage: boolean): Response {
  const headers = new Headers(request.headers);
  for (const name of ["x-nonce", "content-security-policy", "content-security-policy-report-only"]) headers.delete(name);
  headers.set("x-qinglan-path", path);
  const policy = isPage ? policyWith(headers) : undefined;
  const answer = NextResponse.next({ request: { headers } });
  if (policy) answer.headers.set("Content-Security-Policy", policy);
  if (secure) answer.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return answer;
}

/** Tells the page its nonce, and Next too, which reads it out of the policy. In dev the tools need eval and styles. */
function policyWith(headers: Headers): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr ${dev ? "'unsafe-inline'" : "'none'"}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  return policy;
}
