import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { safePath } from "@/lib/gate/safe-path";
import { authOptions } from "@/lib/gate/session";

type Context = { params: Promise<{ nextauth: string[] }> };

const open = ["providers", "csrf", "callback/credentials"];
const refuse = (status: number) => Response.json({ error: "bad request" }, { status });

/** next-auth answers 500 to a hostile callbackUrl, so it is refused before it gets there. */
const isHostile = (url: string | null | undefined) => !!url && safePath(url) === "/" && !/^(https?:\/\/[^/]+)?\/?$/.test(url);

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!open.includes(nextauth.join("/"))) return refuse(404);
  const form = request.method === "POST" ? await request.clone().formData().catch(() => undefined) : new FormData();
  if (!form) return refuse(400);
  const typed = form.get("callbackUrl");
  if (typed instanceof File) return refuse(400);
  const asked = [request.nextUrl.searchParams.get("callbackUrl"), typed, request.cookies.get("next-auth.callback-url")?.value];
  if (asked.some(isHostile)) return refuse(400);
  return (NextAuth(authOptions()) as (request: NextRequest, context: Context) => Promise<Response>)(request, context);
}

export { handler as GET, handler as POST };
