import { readFileSync } from "node:fs";
import { request as ask, type IncomingHttpHeaders } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { pages } from "./routes";

/* The program on its bare port, asked by things that are no browser. */
type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** A request word for word: nothing is added, no redirect is followed. */
const raw = (path: string, { method = "GET", headers = {}, body }: Asked = {}) =>
  new Promise<Answer>((tell, fail) => {
    const sent = ask({ host: "127.0.0.1", port: new URL(origin).port, path, method, headers: { host: new URL(origin).host, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => tell({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }));
    });
    sent.on("error", fail);
    sent.end(body);
  });

let origin = "";
test.beforeEach(({ baseURL }) => void (origin = baseURL!));
test.use({ forgives: [/status of 4\d\d/] });

const strict = "default-src 'none'; frame-ancestors 'none'; sandbox";
const everywhere = { "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin" };

test("every kind of answer carries its headers", async () => {
  const page = await raw("/sign-in");
  expect(page.headers).toMatchObject({ ...everywhere, "cache-control": expect.stringContaining("no-store") });
  expect(page.headers["x-powered-by"]).toBeUndefined();
  expect(page.headers["permissions-policy"]).toContain("geolocation=(self)");
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'; style-src 'self' 'nonce-/);
  expect(policy).toContain("style-src-attr 'none'");
  expect(policy).not.toContain("unsafe");

  for (const [path, status] of [["/api/health", 200], ["/api/v1/outbox", 401], ["/icon.svg", 200], ["/favicon.ico", 200], ["/visits", 307], ["/api/nothing", 401]] as const) {
    const answer = await raw(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.headers, path).toMatchObject({ ...everywhere, "content-security-policy": strict, "cache-control": "private, no-store" });
  }
  const chunk = /\/_next\/static\/[^"]+\.js/.exec(page.body)![0];
  expect((await raw(chunk)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("each page's scripts carry the nonce of that one answer, and nothing is styled or handled inline", async ({ as }) => {
  const { request } = (await as("dangjian")).context();
  const seen = new Set<string>();
  for (const path of ["/", "/visits", "/reviews", "/households", "/people", "/imports", "/nowhere"]) {
    const answer = await request.get(path, { headers: { "x-nonce": "evil", "content-security-policy": "script-src 'nonce-evil'" } });
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"]!)![1]!;
    const html = await answer.text();
    expect([...html.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes(`nonce="${nonce}"`)), path).toEqual([]);
    expect(html.replace(/<script[\s\S]*?<\/script>/g, "").match(/<[^>]+\s(style|on\w+)=/g) ?? [], path).toEqual([]);
    expect(html).not.toContain("evil");
    seen.add(nonce);
  }
  expect(seen.size).toBe(7);
});

const id = "a1".repeat(21);
const action = { origin: "", "content-type": "text/plain;charset=UTF-8", "next-action": id };
const sends = (more: Record<string, string>, body = "[]") => raw("/visits", { method: "POST", body, headers: { ...action, origin, "content-length": String(Buffer.byteLength(body)), ...more } });

test("what no page of ours would send is turned away with the reason, before anything runs", async () => {
  const without = async (name: string) => {
    const headers: Record<string, string> = { ...action, origin, "content-length": "2" };
    delete headers[name];
    return (await raw("/visits", { method: "POST", body: "[]", headers })).status;
  };
  expect(await without("origin")).toBe(403);
  for (const foreign of ["null", "http://evil.example", `${origin}.evil.example`]) expect((await sends({ origin: foreign })).status).toBe(403);
  expect((await sends({ "x-forwarded-host": "evil.example", origin: "http://evil.example" })).status).toBe(403);
  expect((await sends({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await sends({ host: "evil.example" })).status).toBe(421);
  expect((await sends({ "content-type": "application/json" })).status).toBe(415);
  expect((await sends({ "next-action": "../.." })).status).toBe(400);
  expect((await sends({}, "a".repeat(256 * 1024 + 1))).status).toBe(413);
  const chunked = { ...action, origin, "transfer-encoding": "chunked" };
  expect((await raw("/visits", { method: "POST", body: "[]", headers: chunked })).status).toBe(411);
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) expect([method, (await raw("/", { method })).status]).toEqual([method, 405]);
});

test("no other way of writing an address leads past the door", async () => {
  const ways = ["/visits.rsc", "//visits", "/%76isits", "/VISITS", "/visits/", "/./visits", "/visits?_rsc=1", "/visits;x=1", "/_next/../visits", "/_next/data/x/visits.json"];
  const headers = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }, { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }, { "x-invoke-path": "/visits" }, { "x-nextjs-data": "1" }, { cookie: "qinglan.sid=made-up" }];
  for (const path of ways)
    for (const more of headers) {
      const { status, body } = await raw(path, { headers: more });
      expect([path, more, status < 500, /林晓|昇光|\p{Script=Han}\*\*/u.test(body)]).toEqual([path, more, true, false]);
    }
});

type Reference = { exportedName: string; workers: Record<string, unknown> };
const actions = () => {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as { node: Record<string, Reference> };
  return Object.entries(node).map(([key, { exportedName, workers }]) => ({
    key, name: exportedName,
    path: Object.keys(workers)[0]!.replace(/^app/, "").replace(/\/\([^)]*\)/g, "").replace(/\/page$/, "").replaceAll("[id]", "01960000-0000-7000-8000-000000000000") || "/",
  }));
};
const rubbish = ["[]", "[null]", '["x"]', "[1]", "[{}]", "[[[[]]]]", '[{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}}}]', '[{"id":{"$gt":""},"visitId":["x"],"version":"1","account":{"toString":1},"password":[]}]', '["$D2026-03-04T00:00:00.000Z"]', '["$n12345678901234567890"]', '["$undefined"]'];

async function call(request: APIRequestContext, one: { key: string; path: string }, data: string) {
  const answer = await request.post(one.path, { data, maxRedirects: 0, headers: { origin, "next-action": one.key, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component" } });
  return { status: answer.status(), text: await answer.text() };
}

test("every action, called by nobody, does nothing", async ({ stranger }) => {
  const { request } = (await stranger()).context();
  const all = actions();
  expect(all.length).toBeGreaterThan(30);
  const done: string[] = [];
  for (const one of all) {
    const { status, text } = await call(request, one, "[{}]");
    if (status >= 500 || text.includes('"ok":true')) done.push(`${one.name} ${status}`);
    if (!["activate", "signOutHere", "signOutEverywhere"].includes(one.name) && !text.includes('"signedOut":true')) done.push(`${one.name} says nothing of signing in`);
  }
  expect(done).toEqual([]);
});

test("every action, given rubbish by those with the most rights, refuses in words", async ({ as }) => {
  test.setTimeout(240_000);
  const leaves = ["signOutHere", "signOutEverywhere"]; // take nothing, and end the seat
  const wrong: string[] = [];
  for (const account of ["dangjian", "admin", "linxiao"]) {
    const { request } = (await as(account, { width: 1366, height: 768, fresh: true })).context();
    for (const one of actions().filter(({ name }) => !leaves.includes(name)))
      for (const data of rubbish) {
        const { status, text } = await call(request, one, data);
        if (status >= 500 || text.includes('"ok":true')) wrong.push(`${account} ${one.name} ${data} ${status}`);
      }
  }
  expect(wrong).toEqual([]);
});

test("no page sends what its reader may not have: no telephone, no secret, to nobody", async ({ as }) => {
  test.setTimeout(240_000);
  const found: string[] = [];
  for (const account of ["linxiao", "wangjianguo", "shenguofu", "wangge", "kaoguan", "dangjian", "zhenlingdao", "admin", "auditor"]) {
    const { request } = (await as(account)).context();
    const paths = new Set(pages.filter((page) => !page.includes("[id]")));
    // A page of HTML holds its whole payload for the browser too. Of the things on its lists, the first of each kind.
    for (const path of paths) {
      const answer = await request.get(path);
      const text = (await answer.text()).replace(/\/_next\/static\/\S+?"/g, "");
      if (answer.status() >= 500) found.push(`${account} ${path} ${answer.status()}`);
      for (const [secret] of text.matchAll(secrets)) found.push(`${account} ${path} ${secret}`);
      const [thing] = /\/(households|visits|problems|people)\/[0-9a-f-]{36}(?=["?])/.exec(text) ?? [];
      if (thing && paths.size < 60) paths.add(thing);
    }
  }
  expect(found).toEqual([]);
});

/** Telephone and identity numbers, and what only the tables know. */
const secrets = /(?<![\w-])1[3-9]\d{9}(?![\w-])|(?<![\w-])\d{17}[\dXx](?![\w-])|\$argon2|passwordHash|activationHash|bodyHash/g;

test("the seat is kept in a cookie that no script and no other site can use", async ({ as }) => {
  const page = await as("linxiao");
  await page.goto("/help");
  const [seat] = (await page.context().cookies()).filter(({ name }) => name.endsWith("qinglan.sid"));
  expect(seat).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(seat!.expires - Date.now() / 1000).toBeLessThanOrEqual(12 * 3600 + 60);
  expect(await page.evaluate(() => document.cookie)).not.toContain("sid");
});
