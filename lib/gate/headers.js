/*
 * Strict by default, for everything: a file, a JSON answer, a page that never met the proxy. `proxy.ts` then gives a
 * page its own policy with a nonce. Where two lines below name one header, the later one counts.
 */
const everywhere = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** A worker's own policy governs what it may fetch: the strict one would stop the outbox. */
const worker = [
  { key: "Content-Security-Policy", value: "default-src 'self'; connect-src 'self'; base-uri 'none'" },
  { key: "Cache-Control", value: "no-cache" },
];

/** @type {{ source: string, headers: { key: string, value: string }[] }[]} */
export const securityHeaders = [
  { source: "/:path*", headers: everywhere },
  { source: "/((?!_next/static).*)", headers: [{ key: "Cache-Control", value: "private, no-store" }] },
  { source: "/sw.js", headers: worker },
];
