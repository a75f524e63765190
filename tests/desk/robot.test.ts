import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Robot, robotFrom } from "@/lib/gate/robot";

/* 钉钉 加签, against an endpoint that judges a message as theirs does. */
const SECRET = "SECdemo000";
const env = { QINGLAN_ROBOT_KIND: "dingtalk", QINGLAN_ROBOT_URL: "https://oapi.dingtalk.com/robot/send?access_token=t", QINGLAN_ROBOT_SECRET: SECRET };
const HOUR = 3_600_000;

let server: Server;
let asked: URL[];
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const url = new URL(request.url!, "http://here");
    asked.push(url);
    response.end(JSON.stringify(judged(url)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(() => void server.close());

function judged({ searchParams: q }: URL): { errcode: number; errmsg: string } {
  const [timestamp, sign] = [q.get("timestamp"), q.get("sign")];
  if (q.get("access_token") !== "t") return { errcode: 300001, errmsg: "token is not exist" };
  if (!timestamp || Math.abs(Date.now() - Number(timestamp)) > HOUR) return { errcode: 310000, errmsg: "invalid timestamp" };
  const fits = createHmac("sha256", SECRET).update(`${timestamp}\n${SECRET}`).digest("base64");
  return sign === fits ? { errcode: 0, errmsg: "ok" } : { errcode: 310000, errmsg: "sign not match" };
}

/** Their host is the only one the robot speaks to: what it would send there goes to the endpoint here, query and all. */
const diverted = (url: string, init: RequestInit) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(url).pathname}${new URL(url).search}`, init);
const robot = (over: object = {}, clock?: () => Date) => robotFrom({ ...env, ...over }, diverted, clock) as Robot;
const to = { staffNo: "A0", count: 2 };

test("a signed message is taken, each with a moment and a signature of its own", async () => {
  for (let i = 0; i < 3; i++) await robot().send(to);
  expect(asked.map(({ searchParams: q }) => [...q.keys()])).toEqual(Array(3).fill(["access_token", "timestamp", "sign"]));
});

test("the signature is theirs to the letter, `+`, `/` and `=` escaped", async () => {
  const heard: string[] = [];
  const at = new Date(1577262236757);
  const sent = robotFrom(env, (url) => {
    heard.push(url);
    return Promise.resolve(Response.json({ errcode: 0 }));
  }, () => at) as Robot;
  await sent.send(to);
  expect(heard).toEqual(["https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1577262236757&sign=ZPVsmkGI33hzTSWs8m55sPrRjtRrksusoV%2F8coCVu9Y%3D"]);
});

test("without the secret, with another one, or an hour late it is not taken; the refusal tells no secret", async () => {
  const late = new Date(Date.now() - HOUR - 60_000);
  for (const one of [robot({ QINGLAN_ROBOT_SECRET: undefined }), robot({ QINGLAN_ROBOT_SECRET: "SECother" }), robot({}, () => late)])
    await expect(one.send(to)).rejects.toThrow(/^the robot did not take it: 310000$/);
  expect(asked.map(String).join()).not.toContain("SEC");
});

test("a secret beside 企业微信, which knows no signing, is a mistake that is told", () => {
  expect(robotFrom({ ...env, QINGLAN_ROBOT_KIND: "wecom", QINGLAN_ROBOT_URL: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k" })).toMatch(/^QINGLAN_ROBOT_SECRET/);
});
