import { DEMO_PASSWORD } from "@/lib/gate/door";

/** Signs in through the door everybody uses. Returns the cookie a browser would send. */
export async function signIn(origin: string, account: string): Promise<string> {
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin, Cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, account, password: DEMO_PASSWORD, callbackUrl: origin, json: "true" }).toString(),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("qinglan.sid")) throw new Error(`${account} was not let in: ${answer.status} ${await answer.text()}`);
  return cookie;
}

const cookiesOf = (answer: Response): string => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
