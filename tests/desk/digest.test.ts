import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Row, tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { placePerson } from "@/db/seed/place";
import { A_MINUTE, digestRound, everyMinute, MOST_TRIES } from "@/lib/gate/digest";
import { type Robot, robotFrom } from "@/lib/gate/robot";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { outside } from "@/lib/notices/reads-outside";
import { township } from "../support/township";

const canary = "王秀英家屋后水沟";
const MINUTE = 60_000;

/** A town on a Wednesday in which so many people have something waiting since yesterday, and a clock to turn. */
async function townWith(people: number, at = "08:30") {
  const town = await township({ at });
  await town.store.write(async (tx) => {
    for (let i = 0; i < people; i++) {
      const personId = await placePerson(tx, { name: `${canary}${i}`, roles: ["cadre"], staffNo: `A${i}` });
      for (let j = 0; j <= i % 3; j++) await tx.insert(tables.notices).values(aNotice(town, personId));
    }
  });
  let now = town.now;
  return { town, clock: () => now, pass: (ms: number) => void (now = new Date(now.getTime() + ms)), turnTo: (text: string) => void (now = new Date(`${text}:00+08:00`)) };
}

const aNotice = ({ now }: Town, personId: Row<"people">["id"], showAt = new Date(now.getTime() - 86_400_000)) =>
  ({ personId, kind: "coached" as const, subject: "pairing" as const, subjectId: newId<"pairing">(), at: showAt, showAt });

type Heard = { staffNo: string; count: number };
function fakeRobot(take: (to: Heard) => void = () => undefined) {
  const heard: Heard[] = [];
  const send = (to: Heard) => {
    heard.push(to);
    return Promise.resolve(to).then(take);
  };
  return { heard, robot: { channel: "wecom", send } satisfies Robot };
}

const deliveries = (town: Town): Promise<Row<"deliveries">[]> => Promise.resolve(town.store.read.select().from(tables.deliveries));
const states = async (town: Town) => (await deliveries(town)).map(({ state }) => state);

test("at half past eight everybody with something open is told once that day, how many and nothing else", async () => {
  const { town, clock, pass } = await townWith(3);
  const { heard, robot } = fakeRobot();
  const round = digestRound(town.store, robot, clock);
  for (let i = 0; i < 5; i++, pass(MINUTE)) await round();
  expect(heard).toEqual([{ staffNo: "A0", count: 1 }, { staffNo: "A1", count: 2 }, { staffNo: "A2", count: 3 }]);
  expect(await states(town)).toEqual(["sent", "sent", "sent"]);
});

test("never more than eighteen in any sixty seconds, and everybody in the end", async () => {
  const { town, clock, pass } = await townWith(45);
  const at: number[] = [];
  const { heard, robot } = fakeRobot(() => {
    at.push(clock().getTime());
    pass(1_700); // the robot takes its time
  });
  const round = digestRound(town.store, robot, clock);
  for (let i = 0; i < 12; i++, pass(20_000)) await round();
  expect(new Set(heard.map(({ staffNo }) => staffNo)).size).toBe(45);
  expect(heard).toHaveLength(45);
  const crowds = at.map((one) => at.filter((other) => other >= one && other < one + MINUTE).length);
  expect(Math.max(...crowds)).toBeLessThanOrEqual(A_MINUTE);
});

test("nothing is queued before half past eight, in quiet hours or on a day off, and a late start makes up for it", async () => {
  const { town, clock, turnTo } = await townWith(2, "08:29");
  await town.store.write((tx) => tx.insert(tables.dayMarks).values({ day: "2026-03-06" as Day, mark: "holiday", name: "停工" }));
  const { heard, robot } = fakeRobot();
  const round = digestRound(town.store, robot, clock);
  for (const at of ["2026-03-04T08:29", "2026-03-04T18:00", "2026-03-05T03:00", "2026-03-06T09:00", "2026-03-07T09:00"]) {
    turnTo(at);
    await round();
  }
  expect([await deliveries(town), heard]).toEqual([[], []]);
  turnTo("2026-03-05T14:00");
  await round();
  expect(heard).toHaveLength(2);
});

test("what comes after half past eight waits for the next working day's digest; who left, or has no number, is not called", async () => {
  const { town, clock, turnTo } = await townWith(0);
  const [lin, zhao, wang] = [town.people.lin, town.people.zhao, town.people.wang];
  await town.store.write(async (tx) => {
    const late = new Date("2026-03-04T10:00:00+08:00");
    const pia = await placePerson(tx, { name: canary, roles: ["cadre"], staffNo: "P1" });
    const gone = await placePerson(tx, { name: canary, roles: ["cadre"], staffNo: "P2" });
    await tx.insert(tables.notices).values([aNotice(town, pia, late), aNotice(town, lin), aNotice(town, zhao), aNotice(town, wang), aNotice(town, gone)]);
    await tx.update(tables.people).set({ leftOn: "2026-03-01" as Day }).where(eq(tables.people.id, gone));
  });
  const { heard, robot } = fakeRobot();
  const round = digestRound(town.store, robot, clock);
  turnTo("2026-03-04T11:00");
  await round();
  expect(heard).toEqual([]);
  turnTo("2026-03-05T08:30");
  await round();
  expect(heard).toEqual([{ staffNo: "P1", count: 1 }]);
});

test("what the robot does not take is tried again, later each time, then given up; and not said a day late", async () => {
  const { town, clock, pass, turnTo } = await townWith(1);
  const tries: number[] = [];
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { robot } = fakeRobot(() => {
    tries.push((clock().getTime() - town.now.getTime()) / MINUTE);
    throw new Error("the robot did not take it: 45009");
  });
  const round = digestRound(town.store, robot, clock);
  for (let i = 0; i < 60; i++, pass(MINUTE)) await round();
  expect(tries).toEqual([0, 2, 6, 14, 30]);
  expect(await deliveries(town)).toMatchObject([{ state: "given_up", tries: MOST_TRIES }]);
  turnTo("2026-03-05T08:30");
  await round();
  turnTo("2026-03-06T08:30");
  await round();
  expect(await states(town)).toEqual(["given_up", "given_up", "waiting"]);
  quiet.mockRestore();
});

test("the administrator sees how many did not get through, and nobody else anything; of whom it does not say", async () => {
  const { town, clock } = await townWith(3);
  const { robot } = fakeRobot(({ count }) => {
    if (count > 1) throw new Error("no");
  });
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await digestRound(town.store, robot, clock)();
  await town.store.write((tx) => tx.update(tables.deliveries).set({ state: "given_up" }).where(eq(tables.deliveries.count, 3)));
  quiet.mockRestore();
  expect(await outside(town.guan)).toEqual({ robot: "没有接机器人，提醒只在系统里", fault: false, sent: 1, waiting: 1, givenUp: 1 });
  for (const desk of [town.chen, town.shen, town.lin]) expect(await outside(desk)).toMatchObject({ sent: 0, waiting: 0, givenUp: 0 });
});

test("the minute's round goes on after a mishap, never twice at once, and keeps no stopped process alive", async () => {
  vi.useFakeTimers();
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let [rounds, open, most] = [0, 0, 0];
  const timer = everyMinute(async () => {
    most = Math.max(most, ++open);
    rounds += 1;
    await new Promise((go) => setTimeout(go, 90_000));
    open -= 1;
    if (rounds === 1) throw new Error("once");
  });
  expect(timer.hasRef()).toBe(false);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  clearInterval(timer);
  vi.useRealTimers();
  expect([rounds, most, quiet.mock.calls.length]).toEqual([5, 1, 1]);
  quiet.mockRestore();
});

describe("the way out", () => {
  const wecom = { QINGLAN_ROBOT_KIND: "wecom", QINGLAN_ROBOT_URL: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k" };
  const dingtalk = { QINGLAN_ROBOT_KIND: "dingtalk", QINGLAN_ROBOT_URL: "https://oapi.dingtalk.com/robot/send?access_token=t" };
  const servers: Server[] = [];
  afterEach(() => void servers.splice(0).forEach((server) => server.close()));
  const serving = (answer: (path: string) => { status: number; headers?: Record<string, string>; body: string }) =>
    new Promise<{ at: string; asked: string[] }>((ready) => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? "");
        const { status, headers = {}, body } = answer(request.url ?? "");
        response.writeHead(status, headers).end(body);
      }).listen(0, "127.0.0.1", () => ready({ at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }));
      servers.push(server);
    });

  test("there is none unless the environment names one, and only two hosts are ever spoken to", () => {
    expect(robotFrom({})).toBeUndefined();
    for (const url of ["http://qyapi.weixin.qq.com/x", "https://qyapi.weixin.qq.com.evil.cn/x", "https://qyapi.weixin.qq.com:8443/x", "https://a@qyapi.weixin.qq.com/x", "https://oapi.dingtalk.com/x", "https://127.0.0.1/x", "x", ""])
      expect(robotFrom({ ...wecom, QINGLAN_ROBOT_URL: url })).toMatch(/^QINGLAN_ROBOT_URL/);
    expect(robotFrom({ ...wecom, QINGLAN_ROBOT_KIND: "feishu" })).toMatch(/^QINGLAN_ROBOT_KIND/);
    expect(robotFrom({ QINGLAN_ROBOT_URL: wecom.QINGLAN_ROBOT_URL })).toMatch(/^QINGLAN_ROBOT_KIND/);
  });

  test("what leaves is a number and a count, in each robot's own shape", async () => {
    const { town, clock } = await townWith(1);
    for (const env of [wecom, dingtalk]) {
      const sent: { url: string; init: RequestInit }[] = [];
      const robot = robotFrom({ ...env, APP_ORIGIN: "https://qinglan.example" }, (url, init) => {
        sent.push({ url, init });
        return Promise.resolve(Response.json({ errcode: 0 }));
      }) as Robot;
      await town.store.write((tx) => tx.delete(tables.deliveries));
      await digestRound(town.store, robot, clock)();
      const [{ url, init }] = sent as [(typeof sent)[0]];
      expect([sent.length, url, init.redirect, init.signal instanceof AbortSignal]).toEqual([1, env.QINGLAN_ROBOT_URL, "error", true]);
      const content = "青蓝：有 1 件事等你看 https://qinglan.example/notices";
      expect(JSON.parse(init.body as string)).toEqual(env === wecom
        ? { msgtype: "text", text: { content, mentioned_list: ["A0"] } }
        : { msgtype: "text", text: { content: `${content} @A0` }, at: { atUserIds: ["A0"], isAtAll: false } });
      expect(JSON.stringify(sent)).not.toContain(canary);
    }
  });

  test("a redirect is not followed, and what is answered without being taken counts as not taken", async () => {
    const trap = await serving(() => ({ status: 200, body: '{"errcode":0}' }));
    const fake = await serving((path) =>
      path === "/away" ? { status: 307, headers: { location: trap.at }, body: "" } : path === "/full" ? { status: 200, body: '{"errcode":45009}' } : { status: 502, body: "" });
    for (const path of ["/away", "/full", "/down"]) {
      const robot = robotFrom(wecom, (_, init) => fetch(fake.at + path, init)) as Robot;
      await expect(robot.send({ staffNo: "A0", count: 1 }), path).rejects.toThrow();
    }
    expect([fake.asked, trap.asked]).toEqual([["/away", "/full", "/down"], []]);
    await expect((robotFrom(wecom, (_, init) => fetch(trap.at, init)) as Robot).send({ staffNo: "A0", count: 1 })).resolves.toBeUndefined();
  });
});
