import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { handlers, pages } from "./routes";

/** One of each kind. 林晓 and 王建国 are a pair; 沈国富 and 戚小珍 are of 昇光村, which 林晓 serves. */
const cast = {
  cadre: "linxiao", mentor: "wangjianguo", village: "shenguofu", grid: "wangge", examiner: "kaoguan", judge: "pingwei",
  office: "dangjian", leader: "zhenlingdao", admin: "admin", auditor: "auditor",
} as const;
type Kind = keyof typeof cast;
const kinds = Object.keys(cast) as Kind[];

const everybody = kinds.join(" ");
const ofHouseholds = "cadre mentor village grid office";
const ofProblems = `${ofHouseholds} leader`;
/** 林晓 leads a topic that 王建国 advises and 裘志明 judged. */
const ofTopics = "cadre mentor judge office leader";

/** Who may open what; everybody else finds no such page. The ones with an [id] are asked of one thing in 昇光村. */
const opens: Record<string, string> = {
  "/": everybody,
  "/admin/accounts": "admin",
  "/calendar": "office",
  "/exhibitions": everybody,
  "/exhibitions/[id]": everybody,
  "/exhibitions/[id]/vote": everybody,
  "/feedback": everybody,
  "/help": everybody,
  "/households": ofHouseholds,
  "/households/[id]": ofHouseholds,
  "/households/new": "village office",
  "/households/openings": "auditor office",
  "/imports": "office",
  "/imports/[id]": "",
  "/ledger": "auditor",
  "/meetings": "cadre village office leader",
  "/pairings": "cadre mentor office leader",
  "/pairings/match": "office",
  "/pairings/[id]": "cadre mentor office leader",
  "/pairings/[id]/agreement": "cadre mentor office leader",
  "/pairings/[id]/coach": "mentor",
  "/parked": ofHouseholds,
  "/parked/[id]": "",
  "/people": everybody,
  "/people/[id]": everybody,
  "/practice": "cadre mentor village grid",
  "/problems": ofProblems,
  "/problems/[id]": "cadre mentor village office leader",
  "/problems/new": "cadre village grid office",
  "/quizzes": "cadre mentor village grid examiner office auditor",
  "/quizzes/[id]": "village office auditor",
  "/quizzes/[id]/verify": "village office auditor",
  "/quizzes/coverage": "office",
  "/quizzes/new": "office",
  "/quizzes/plans": "office auditor",
  "/quizzes/plans/[id]": "",
  "/quizzes/plans/[id]/verify": "",
  "/quizzes/plans/new": "office",
  "/quizzes/statistics": "office",
  "/reviews": "mentor office",
  "/reviews/presets": "mentor office",
  "/reviews/times": "mentor office",
  "/search": everybody,
  "/settings": everybody,
  "/suggestions": "cadre mentor village grid",
  "/suggestions/weights": ofHouseholds,
  "/topics": ofTopics,
  "/topics/[id]": ofTopics,
  "/topics/[id]/edit": "cadre mentor office",
  "/topics/[id]/defence": ofTopics,
  "/topics/[id]/defence/method": ofTopics,
  "/topics/items": "office",
  "/topics/new": "office",
  "/topics/results": ofTopics,
  "/topics/timeline": ofTopics,
  "/villages": everybody,
  "/villages/[id]": everybody,
  "/visits": kinds.filter((kind) => kind !== "admin" && kind !== "auditor").join(" "),
  "/visits/[id]": "cadre mentor office",
  "/visits/[id]/edit": "cadre",
  "/visits/new": "cadre mentor village grid",
  "/notices": everybody,
  "/outbox": "cadre mentor village grid examiner",
};
const leadOn: Record<string, string> = { "/admin": "/admin/accounts" };
const forStrangers = ["/sign-in", "/activate", "/offline"];

test("every page asks nobody to sign in first, and brings them back to it", async ({ stranger }) => {
  const { request } = (await stranger()).context();
  for (const route of pages.filter((page) => !forStrangers.includes(page))) {
    const answer = await request.get(route.replaceAll("[id]", someId), { maxRedirects: 0 });
    const to = new URL(answer.headers().location ?? "", answer.url());
    expect([route, answer.status(), to.pathname]).toEqual([route, 307, "/sign-in"]);
    expect(to.searchParams.get("callbackUrl") ?? "/").toBe(route.replaceAll("[id]", someId));
  }
  for (const route of forStrangers) expect((await request.get(route)).status(), route).toBe(200);
});

test("every page opens for those it is for, and is not there for anybody else", async ({ as }) => {
  test.setTimeout(180_000); // ten people sign in, and each asks for every page
  const people = new Map<Kind, Page>();
  for (const kind of kinds) people.set(kind, await as(cast[kind]));
  const examples = await examplesFor(people);
  const seen: string[] = [];
  for (const route of pages.filter((page) => !forStrangers.includes(page))) {
    const path = examples[route] ?? route.replaceAll("[id]", someId);
    for (const kind of kinds) {
      const answer = await people.get(kind)!.context().request.get(path, { maxRedirects: 0 });
      if (route in leadOn) expect([route, kind, answer.headers().location]).toEqual([route, kind, leadOn[route]]);
      else if (answer.status() !== 404) seen.push(`${route} ${kind} ${answer.status()}`);
    }
  }
  const told = Object.entries(opens).flatMap(([route, who]) => who.split(" ").filter(Boolean).map((kind) => `${route} ${kind} 200`));
  expect(seen.sort()).toEqual(told.sort());
  expect(pages.filter((page) => !(page in opens) && !(page in leadOn) && !forStrangers.includes(page)), "pages nobody said who may open").toEqual([]);
});

test("what may not be seen says so in words, with a way on", async ({ as }) => {
  const page = await as(cast.auditor);
  for (const path of ["/households", `/visits/${someId}`, "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("main").getByText(/没有/).first()).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
});
test("every route that takes what browsers send tells nobody to sign in, and imports only know the office", async ({ as, stranger }) => {
  test.setTimeout(120_000);
  const nobody = (await stranger()).context().request;
  const others = await Promise.all(kinds.filter((kind) => kind !== "office").map(async (kind) => (await as(cast[kind])).context().request));
  for (const route of handlers.filter((handler) => handler.startsWith("/api/v1/"))) {
    expect([route, await knocks(nobody, route)]).toEqual([route, [401, 401]]);
    if (!route.includes("/imports")) continue;
    for (const one of others) for (const status of await knocks(one, route)) expect([403, 404, 405]).toContain(status);
  }
});

// The browser says of every 404 that it is one.
test.use({ forgives: [/status of 404/] });

const someId = "01960000-0000-7000-8000-000000000000";

async function knocks(request: APIRequestContext, route: string): Promise<number[]> {
  const path = route.replaceAll("[id]", someId);
  const got = await request.get(path, { maxRedirects: 0 });
  const origin = new URL(got.url()).origin;
  const type = path.includes("/photos/") ? "image/jpeg" : path.endsWith("/files") ? "application/octet-stream" : undefined;
  const sent = type ? { data: Buffer.alloc(1), headers: { origin, "content-type": type } } : { data: {}, headers: { origin } };
  const posted = await request.post(path, { maxRedirects: 0, ...sent });
  return [got.status(), posted.status()];
}

/** One thing of each kind that those named can all see, found the way they would find it: on their own lists. */
async function examplesFor(people: ReadonlyMap<Kind, Page>): Promise<Record<string, string | undefined>> {
  const linksOn = async (kind: Kind, list: string, like: RegExp): Promise<string[]> => (await (await people.get(kind)!.context().request.get(list)).text()).match(like) ?? [];
  const shared = async (list: string, whose: Kind[]) => {
    const like = new RegExp(`${list.split("?")[0]}/[0-9a-f-]{36}`, "g");
    const [first = [], ...rest] = await Promise.all(whose.map((kind) => linksOn(kind, list, like)));
    return first.find((link) => rest.every((links) => links.includes(link)));
  };
  const pairing = await shared("/pairings", ["cadre", "mentor"]);
  const topic = await shared("/topics", ["cadre", "mentor", "judge"]);
  const exhibition = await shared("/exhibitions", ["grid"]);
  const quiz = await shared("/quizzes", ["village"]);
  return {
    "/exhibitions/[id]": exhibition,
    "/exhibitions/[id]/vote": exhibition && `${exhibition}/vote`,
    "/households/[id]": await shared("/households", ["grid"]),
    "/problems/[id]": await shared("/problems", ["cadre", "mentor", "village"]),
    "/pairings/[id]": pairing,
    "/pairings/[id]/agreement": pairing && `${pairing}/agreement`,
    "/pairings/[id]/coach": pairing && `${pairing}/coach`,
    "/people/[id]": await shared("/people", ["cadre"]),
    "/quizzes/[id]": quiz,
    "/quizzes/[id]/verify": quiz && `${quiz}/verify`,
    "/topics/[id]": topic,
    "/topics/[id]/edit": topic && `${topic}/edit`,
    "/topics/[id]/defence": topic && `${topic}/defence`,
    "/topics/[id]/defence/method": topic && `${topic}/defence/method`,
    "/villages/[id]": await shared("/villages", ["cadre"]),
    "/visits/[id]": await shared("/visits?state=submitted", ["cadre", "mentor"]),
    "/visits/[id]/edit": await draftOf(people.get("cadre")!),
  };
}

async function draftOf(author: Page): Promise<string | undefined> {
  return /\/visits\/[0-9a-f-]{36}\/edit/.exec(await (await author.context().request.get("/")).text())?.[0];
}
