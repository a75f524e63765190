/** Strict by default for everything; `proxy.ts` gives HTML its own policy with a nonce. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), bluetooth=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** @type {{ source: string, headers: { key: string, value: string }[] }[]} */
export const securityHeaders = [
  { source: "/:path*", headers: everywhere },
  {
    source: "/api/:path*",
    headers: [
      { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      { key: "Cache-Control", value: "private, no-store" },
    ],
  },
];
