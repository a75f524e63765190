import "server-only";
import { createHmac } from "node:crypto";
import type { Channel } from "@/lib/words/notice";

/**
 * The group robot of 企业微信 or 钉钉: the one way out of this house, and none at all unless the environment names it.
 * What leaves is a staff number and a count: no name, no word that anybody wrote.
 */
export type Robot = { channel: Channel; send: (to: { staffNo: string; count: number }) => Promise<void> };

type Settings = Record<string, string | undefined>;
type Knock = (url: string, init: RequestInit) => Promise<Response>;

const hosts: Record<Channel, string> = { wecom: "qyapi.weixin.qq.com", dingtalk: "oapi.dingtalk.com" };
const PATIENCE = 3_000;

/** Undefined: none is configured. A reason in words: what is configured is not one we would ever talk to. */
export function robotFrom(env: Settings, knock: Knock = fetch, clock: () => Date = () => new Date()): Robot | string | undefined {
  const { QINGLAN_ROBOT_KIND: kind, QINGLAN_ROBOT_URL: url, QINGLAN_ROBOT_SECRET: secret, APP_ORIGIN: origin } = env;
  if (!kind && !url) return undefined;
  if (kind !== "wecom" && kind !== "dingtalk") return "QINGLAN_ROBOT_KIND 要写 wecom 或 dingtalk";
  if (!url || !isOurs(url, hosts[kind])) return `QINGLAN_ROBOT_URL 要以 https://${hosts[kind]}/ 开头`;
  if (secret && kind !== "dingtalk") return "QINGLAN_ROBOT_SECRET 是钉钉加签用的，企业微信不写";
  return { channel: kind, send: (to) => post(knock, secret ? signed(url, secret, clock()) : url, bodyOf(kind, to, origin)) };
}

/** 钉钉 加签: good for an hour, so it is made anew for each message. The secret itself never leaves. */
function signed(address: string, secret: string, now: Date): string {
  const url = new URL(address);
  const timestamp = String(now.getTime());
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("sign", createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64"));
  return url.href;
}

function isOurs(address: string, host: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === "https:" && url.host === host && url.username === "" && url.password === "";
}

/** 「青蓝」 stands first: 钉钉 lets a robot speak by a word agreed on. */
function bodyOf(kind: Channel, { staffNo, count }: { staffNo: string; count: number }, origin: string | undefined): object {
  const content = [`青蓝：有 ${count} 件事等你看`, origin && `${origin}/notices`].filter(Boolean).join(" ");
  if (kind === "wecom") return { msgtype: "text", text: { content, mentioned_list: [staffNo] } };
  return { msgtype: "text", text: { content: `${content} @${staffNo}` }, at: { atUserIds: [staffNo], isAtAll: false } };
}

/** Both answer 200 to what they did not take, and say so in `errcode`. A redirect is not followed: it is a no. */
async function post(knock: Knock, url: string, body: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const answer = await knock(url, { method: "POST", headers, body: JSON.stringify(body), redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
  const said: unknown = answer.ok ? await answer.json() : undefined;
  const code = typeof said === "object" && said !== null && "errcode" in said ? said.errcode : `http ${answer.status}`;
  if (code !== 0) throw new Error(`the robot did not take it: ${String(code)}`);
}
