import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { safePath } from "@/lib/gate/safe-path";

afterEach(() => vi.unstubAllEnvs());

test.each(["/", "/visits", "/visits/new?household=0198&x=1", "/people/0198#top", "/search?q=%E5%BC%A0", "/signs", "/activated", "/a//b"])("%s is a path of ours", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "http://127.0.0.1:3000/visits?week=1", "http://localhost:3000/visits?week=1",
])("%s is ours with its name taken off", (url) => {
  expect(safePath(url)).toBe("/visits?week=1");
});

describe("everything else leads home", () => {
  test.each([
    "", null, undefined, "visits", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
    "\t//evil.example", " //evil.example", " /visits", "/visits\u0000", "/visits\r\nSet-Cookie: a=b", "/a\\b", "/\u007fx",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "mailto:a@b.c", "blob:http://127.0.0.1:3000/x", "file:///etc/passwd",
    "https://evil.example", "https://evil.example/visits", "http://evil.example:3000/visits", "HTTP://EVIL.example/visits", "http:/evil.example", "http:evil.example",
    "http://127.0.0.1:3000@evil.example/", "http://127.0.0.1:3000.evil.example/", "http://user:pass@127.0.0.1:3000/visits", "http://127.0.0.1:30001/visits",
    "http://127.0.0.1:3000\\@evil.example/", "http://127.0.0.1:3000//evil.example", "http://127.0.0.1:3000/\\evil.example", "https://127.0.0.1:3000/visits",
    "http://[::1]:3000/visits", "ftp://127.0.0.1:3000/visits", "%2F%2Fevil.example", "%5C%5Cevil.example", "/%2F/evil.example", "/%5Cevil.example", "/%09/evil.example",
    "/sign-in", "/sign-in?callbackUrl=/sign-in", "/sign-in/", "/sign-in#x", "/activate", "/activate?code=1", "/api/auth/signout", "/api", "/api/v1/outbox",
    "/./sign-in", "/x/../sign-in", "/%73ign-in", "/sign%2Din", "/../api/auth/signout", "/%61pi/auth/signout", "/.//evil.example", "/x/..//evil.example", "/x/%2e%2e//evil.example",
    `/${"a".repeat(600)}`, "/%", "/%zz", "/\u202e/visits", "/\u200b",
  ])("%s", (text) => {
    expect(safePath(text)).toBe("/");
  });
});

test("behind a public name only that name is ours", () => {
  vi.stubEnv("APP_ORIGIN", "https://qinglan.example");
  expect(safePath("https://qinglan.example/visits")).toBe("/visits");
  for (const other of ["http://qinglan.example/visits", "https://qinglan.example.evil/visits", "http://127.0.0.1:3000/visits"]) expect(safePath(other)).toBe("/");
});

test("whatever the text, a browser that follows the answer stays here, and not at the door", () => {
  const here = "http://127.0.0.1:3000";
  const piece = fc.constantFrom("/", "\\", "//", "..", ".", "%2f", "%5c", "%2e", "http:", "https:", "@", ":", "evil.example", "sign-in", "api", "visits", "?", "#", "\t", "\n", "\u0000", " ", "javascript:", here);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""))), (text) => {
      const url = new URL(safePath(text), here);
      const again = new URL(`${here}${safePath(text)}`);
      for (const to of [url, again]) {
        expect(to.origin).toBe(here);
        expect(to.pathname).not.toMatch(/^\/+(sign-in|activate|api)(\/|$)/);
      }
    }),
    { numRuns: 3000 },
  );
});
