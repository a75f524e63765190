import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/*
 * The worker as the browser runs it, with a cache and a network of cardboard: what it keeps, and what it never touches.
 */
type Event = { request?: { method: string; url: string; mode: string }; waitUntil?: (work: Promise<unknown>) => void; respondWith?: (answer: Promise<Response>) => void };
const source = readFileSync("app/sw.js/worker.js", "utf8");
const origin = "https://qinglan.example";
const files: Record<string, string> = {
  "/offline": '<script src="/_next/static/chunks/a-1.js"></script><link href="/_next/static/chunks/look.css">',
  "/_next/static/chunks/a-1.js": 'load(["static/chunks/later.js"]);icon="/_next/static/media/icons.1x.svg#house"',
  "/_next/static/chunks/later.js": "", "/_next/static/chunks/look.css": "", "/_next/static/media/icons.1x.svg": "",
};
const net = vi.fn<(asked: string | { url: string }) => Promise<Response>>();

function worker(build = "one", stores = new Map<string, Map<string, Response>>()) {
  const heard: Record<string, (event: Event) => void> = {};
  const pathOf = (asked: string | { url: string }) => new URL(typeof asked === "string" ? asked : asked.url, origin).pathname;
  const inStore = (name: string) => stores.get(name) ?? stores.set(name, new Map()).get(name)!;
  const caches = {
    open: (name: string) => Promise.resolve({ put: (path: string, answer: Response) => Promise.resolve(inStore(name).set(path, answer)) }),
    keys: () => Promise.resolve([...stores.keys()]), delete: (name: string) => Promise.resolve(stores.delete(name)),
    match: (asked: string | { url: string }, { cacheName }: { cacheName: string }) => Promise.resolve(stores.get(cacheName)?.get(pathOf(asked))),
  };
  const self = { addEventListener: (name: string, hear: (event: Event) => void) => void (heard[name] = hear), skipWaiting: () => undefined, clients: { claim: () => undefined } };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a worker has no exports
  new Function("self", "caches", "fetch", "location", source.replace("BUILD", build))(self, caches, net, { origin });
  const run = async (name: string) => { let work: Promise<unknown> = Promise.resolve(); heard[name]!({ waitUntil: (given) => void (work = given) }); await work; };
  const asks = (path: string, { mode = "navigate", method = "GET" } = {}) => {
    let answer: Promise<Response> | undefined;
    heard.fetch!({ request: { method, mode, url: path.startsWith("http") ? path : origin + path }, respondWith: (given) => void (answer = given) });
    return answer;
  };
  return { run, asks, stores };
}

beforeEach(() => void net.mockImplementation((asked) => {
  const found = files[new URL(typeof asked === "string" ? asked : asked.url, origin).pathname];
  return Promise.resolve(found === undefined ? new Response("", { status: 404 }) : new Response(found));
}));
afterEach(() => void vi.useRealTimers());

test("it keeps the shell, every file that one names and every file of those; a new build keeps its own and drops the old", async () => {
  const { run, stores } = worker();
  await run("install");
  await run("activate");
  expect([...stores.get("qinglan-one")!.keys()].sort()).toEqual(Object.keys(files).sort());
  const next = worker("two", stores);
  await next.run("install");
  await next.run("activate");
  expect([...stores.keys()]).toEqual(["qinglan-two"]);
});

test("a shell or a file that does not come leaves the last worker in its place", async () => {
  net.mockImplementationOnce(() => Promise.resolve(new Response("", { status: 500 })));
  await expect(worker().run("install")).rejects.toThrow("no shell");
  net.mockImplementation((asked) => Promise.resolve(asked === "/offline" ? new Response(files["/offline"]) : new Response("", { status: 404 })));
  await expect(worker().run("install")).rejects.toThrow("no file");
});

test("a page comes from the network; the shell where there is none, and after four seconds where it hangs", async () => {
  const { run, asks } = worker();
  await run("install");
  net.mockResolvedValueOnce(new Response("the page"));
  expect(await (await asks("/visits/new"))!.text()).toBe("the page");
  net.mockRejectedValueOnce(new TypeError("offline"));
  expect(await (await asks("/visits/new"))!.clone().text()).toBe(files["/offline"]);
  vi.useFakeTimers();
  net.mockImplementationOnce(() => new Promise(() => undefined));
  const [hanging, ended] = [asks("/visits/new")!, vi.fn()];
  void hanging.then(ended);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(ended).toHaveBeenCalled();
});

test("who said they would wait is given longer", async () => {
  const { run, asks } = worker();
  await run("install");
  vi.useFakeTimers();
  net.mockImplementationOnce(() => new Promise((give) => setTimeout(() => give(new Response("late")), 20_000)));
  const asked = asks("/?wait=1")!;
  await vi.advanceTimersByTimeAsync(21_000);
  expect(await (await asked).text()).toBe("late");
});

test("nothing else passes through its hands, and nothing it fetches for a page is kept", async () => {
  const { run, asks, stores } = worker();
  await run("install");
  const before = [...stores.get("qinglan-one")!.keys()];
  for (const [path, how] of [["/api/v1/outbox", {}], ["/api/v1/pack", { mode: "cors" }], ["/visits?_rsc=1", { mode: "cors" }], ["/icon.svg", { mode: "no-cors" }], ["/visits", { method: "POST" }], ["https://elsewhere.example/", {}]] as const)
    expect([path, asks(path, how)]).toEqual([path, undefined]);
  await asks("/_next/static/chunks/other.js", { mode: "no-cors" });
  await asks("/visits");
  expect([...stores.get("qinglan-one")!.keys()]).toEqual(before);
});
