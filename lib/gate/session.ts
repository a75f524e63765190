import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import { openTown } from "@/db/town";
import { Refusal } from "@/lib/kernel/refusal";
import { actorFor } from "./actor";
import { sessionNamed } from "./cookie";
import { Desk } from "./desk";
import { cookieName, overHttps } from "./origin";
import { safePath } from "./safe-path";
import { digest, limitsOf, signIn } from "./sign-in";

const { people, sessions } = tables;

/** Held on globalThis because Next loads this file once for the pages and once for the start-up hook. */
const held = globalThis as typeof globalThis & { qinglanTown?: Store };

/** The town this process serves: opened on first need, never at build time. */
export const theTown = (): Store => (held.qinglanTown ??= openTown());

const maxAge = 12 * 60 * 60;

const deviceOf = (userAgent: string | undefined): string => {
  const ua = userAgent ?? "";
  const kind = /iPhone|iPad/.test(ua) ? "苹果手机" : /Android|HarmonyOS/.test(ua) ? "安卓手机" : "电脑";
  return `${kind}${/MicroMessenger|wxwork/.test(ua) ? " · 微信" : /DingTalk/.test(ua) ? " · 钉钉" : ""}`;
};

/** The JWT carries two numbers, who and which session; everything else is looked up at each request. */
export const authOptions = (): NextAuthOptions => ({
  session: { strategy: "jwt", maxAge },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: { name: cookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() } } },
  providers: [
    Credentials({
      credentials: { account: {}, password: {} },
      authorize: async (typed, request) => {
        const { account = "", password = "" } = typed ?? {};
        if (account.length > 100 || password.length > 512) return null;
        const device = deviceOf((request.headers as Record<string, string> | undefined)?.["user-agent"]);
        try {
          const { personId, sid } = await signIn(theTown(), { account, password, device }, new Date());
          return { id: personId, sid };
        } catch (error) {
          if (error instanceof Refusal) throw new Error(error.message, { cause: error });
          // next-auth shows the message at the door: it must not tell what broke.
          console.error(error);
          throw new Error("抱歉，系统现在没能让你登录。过一会儿再试", { cause: error });
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sid: (user as { sid?: string }).sid } : token),
    redirect: ({ url, baseUrl }) => baseUrl + safePath(url),
  },
});

/** The desk of whoever sent this request, or nothing: no cookie, ended, idle or over its absolute limit. */
export const deskOfRequest = cache(async (): Promise<Desk | undefined> => {
  const cookie = (await cookies()).get(cookieName())?.value;
  return cookie ? deskOfCookie(theTown(), cookie, new Date()) : undefined;
});

export async function deskOfCookie(store: Store, cookie: string, now: Date): Promise<Desk | undefined> {
  const sid = await sessionNamed(cookie, process.env.NEXTAUTH_SECRET ?? "", now);
  return sid === undefined ? undefined : deskOfSession(store, sid, now);
}

export async function deskOfSession(store: Store, sid: string, now: Date): Promise<Desk | undefined> {
  const id = digest(sid) as typeof sessions.$inferSelect.id;
  const [found] = await store.read.select().from(sessions).innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt), gt(sessions.idleUntil, now), gt(sessions.absoluteUntil, now), isNull(people.leftOn)));
  if (!found) return undefined;
  if (now.getTime() - found.sessions.seenAt.getTime() > 60_000) {
    const idleUntil = new Date(now.getTime() + limitsOf(found.people.roles).idle);
    // Not waited for: whoever holds the pen for long (an import) must not hold up everybody's next page.
    const seen = store.write((tx) => tx.update(sessions).set({ seenAt: now, idleUntil }).where(eq(sessions.id, id)));
    void seen.catch((error: unknown) => console.error(error));
  }
  return Desk.at(store, await actorFor(store.read, found.people, now), id);
}

/** The signed-in person's desk. Whoever is not signed in is sent to the door, and back here afterwards. */
export async function openDesk(): Promise<Desk> {
  const desk = await deskOfRequest();
  if (desk) return desk;
  const path = (await headers()).get("x-qinglan-path");
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(safePath(path))}`);
}

/** Forgets the cookie; the session's own row is ended by the act that calls this. */
export const dropCookie = async (): Promise<void> => {
  (await cookies()).delete(cookieName());
};
