import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { securityHeaders } from "@/lib/gate/headers.js";
import { proxy } from "@/proxy";

const here = "http://127.0.0.1:3000";
const id = "a1".repeat(21);
const signedIn = { cookie: "qinglan.sid=anything" };
type Headers = Record<string, string>;

const ask = (path: string, method = "GET", headers: Headers = {}) =>
  proxy(new NextRequest(here + path, { method, headers: { host: "127.0.0.1:3000", ...headers } }));
const body = (type: string, length = "2"): Headers => ({ origin: here, "content-type": type, "content-length": length });
const post = (path: string, headers: Headers) => ask(path, "POST", headers).status;
const act = (more: Headers = {}) => post("/visits", { ...body("text/plain;charset=UTF-8"), "next-action": id, ...more });
const without = (headers: Headers, name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
const told = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not a way to ask", (method) => {
  expect(ask("/", method, signedIn).status).toBe(405);
});

test("only our own host is answered", () => {
  expect(ask("/api/health", "GET", { host: "evil.example" }).status).toBe(421);
  expect(ask("/api/health", "GET", { host: "127.0.0.1:3001" }).status).toBe(421);
  expect(ask("/api/health", "GET", { host: "localhost:3000" }).status).toBe(200);
});

test("a POST comes from our own pages or not at all", () => {
  const sent = { ...body("text/plain"), "next-action": id };
  expect(act()).toBe(200);
  expect(post("/visits", without(sent, "origin"))).toBe(403);
  for (const origin of ["null", "http://evil.example", "https://127.0.0.1:3000", "http://127.0.0.1:3000.evil.example"]) expect(act({ origin })).toBe(403);
  expect(act({ "sec-fetch-site": "same-origin" })).toBe(200);
  for (const site of ["cross-site", "same-site", "none"]) expect(act({ "sec-fetch-site": site })).toBe(403);
});

test("a body has a length, a size and a type that its route takes", () => {
  expect(post("/visits", without({ ...body("text/plain"), "next-action": id }, "content-length"))).toBe(411);
  expect(act({ "content-length": String(256 * 1024) })).toBe(200);
  expect(act({ "content-length": String(256 * 1024 + 1) })).toBe(413);
  expect(act({ "content-type": "application/json" })).toBe(415);
  const limits: [path: string, type: string, most: number][] = [
    ["/sign-in", "text/plain", 4096],
    ["/api/auth/callback/credentials", "application/x-www-form-urlencoded", 4096],
    ["/api/v1/outbox", "application/json", 256 * 1024],
    ["/api/v1/photos/0197", "image/jpeg", 400 * 1024],
    ["/api/v1/topics/0197/files", "application/octet-stream", 21 * 1024 * 1024],
    ["/api/v1/topics/0197/evidence", "application/json", 16 * 1024],
    ["/api/v1/search", "application/json", 1024],
    ["/api/v1/imports", "multipart/form-data; boundary=x", 6 * 1024 * 1024],
  ];
  for (const [path, type, most] of limits) {
    expect([path, post(path, { ...signedIn, ...body(type, String(most)) })]).toEqual([path, 200]);
    expect([path, post(path, { ...signedIn, ...body(type, String(most + 1)) })]).toEqual([path, 413]);
    expect([path, post(path, { ...signedIn, ...body("text/html") })]).toEqual([path, 415]);
  }
});

test("an action is named by hex; one that Next hands on to itself has no length", () => {
  for (const bad of ["", "zz", "a".repeat(39), "a".repeat(65), "../../etc"]) expect(act({ "next-action": bad })).toBe(400);
  const handedOn = without({ ...body("text/plain"), "next-action": id, "x-action-forwarded": "1" }, "content-length");
  expect(post("/visits", handedOn)).toBe(200);
  expect(post("/visits", without(handedOn, "next-action"))).toBe(411);
});

test("who has no cookie is shown the door, and the way back", () => {
  const away = ask("/visits?week=2026-W10");
  expect([away.status, away.headers.get("location")]).toEqual([307, `${here}/sign-in?callbackUrl=%2Fvisits%3Fweek%3D2026-W10`]);
  expect(ask("/visits", "GET", { host: "localhost:3000" }).headers.get("location")).toContain("http://localhost:3000/sign-in");
  expect(ask("/api/v1/outbox").status).toBe(401);
  for (const path of ["/visits", "/sign-inx", "/activated", "/offlines", "/a/icon.svg", "/api/healthy"]) expect([path, ask(path).status < 300]).toEqual([path, false]);
  for (const path of ["/sign-in", "/activate", "/offline", "/sign-out", "/api/auth/csrf", "/api/health", "/icon.svg", "/favicon.ico", "/sw.js", "/manifest.webmanifest"])
    expect([path, ask(path).status]).toEqual([path, 200]);
});

test("whoever left without a network is signed out before anything else is told", () => {
  const leaving = { cookie: "qinglan.sid=anything; ql-leaving=1" };
  for (const path of ["/", "/visits?week=2026-W10", "/sign-in", "/offline"])
    expect([path, ask(path, "GET", leaving).status, ask(path, "GET", leaving).headers.get("location")]).toEqual([path, 307, `${here}/sign-out`]);
  for (const path of ["/api/v1/pack", "/api/v1/outbox", "/api/auth/session"]) expect([path, ask(path, "GET", leaving).status]).toEqual([path, 401]);
  expect(ask("/visits", "POST", { ...leaving, ...body("text/plain"), "next-action": id }).status).toBe(303);
  for (const path of ["/sign-out", "/sw.js", "/icon.svg", "/api/health"]) expect([path, ask(path, "GET", leaving).status]).toEqual([path, 200]);
  expect(post("/api/v1/sign-out", { ...leaving, ...body("application/json") })).toBe(200);
  expect(ask("/sign-out", "GET", { cookie: "ql-leaving=1" }).status).toBe(200);
  expect(ask("/api/v1/sign-out").status).toBe(401);
});

test("an action without a cookie goes on to the action, which keeps what was typed", () => {
  expect(act()).toBe(200);
  expect(post("/visits", body("text/plain"))).toBe(303);
});

test("a page has a nonce of its own, and nobody's else", () => {
  const evil = { ...signedIn, "x-nonce": "evil", "content-security-policy": "script-src 'nonce-evil'", "content-security-policy-report-only": "evil", "x-qinglan-path": "//evil" };
  const [one, two] = [ask("/visits?a=1", "GET", evil), ask("/visits?a=1", "GET", evil)];
  const policy = one.headers.get("content-security-policy")!;
  const nonce = told(one, "x-nonce")!;
  expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  expect(told(two, "x-nonce")).not.toBe(nonce);
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
  expect(policy).not.toMatch(/unsafe|evil|\*/);
  expect(told(one, "content-security-policy")).toBe(policy);
  expect(told(one, "content-security-policy-report-only")).toBe(null);
  expect(told(one, "x-qinglan-path")).toBe("/visits?a=1");
});

test("what is no page gets neither nonce nor policy from here, and the strict one from the configuration", () => {
  for (const path of ["/api/health", "/icon.svg"]) {
    const answer = ask(path, "GET", { "x-nonce": "evil", "content-security-policy": "evil" });
    expect([answer.headers.get("content-security-policy"), told(answer, "x-nonce"), told(answer, "content-security-policy")]).toEqual([null, null, null]);
  }
  const [first] = securityHeaders;
  expect(first!.source).toBe("/:path*");
  expect(Object.fromEntries(first!.headers.map(({ key, value }) => [key, value]))).toMatchObject({
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  });
});
