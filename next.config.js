import { securityHeaders } from "./lib/gate/headers.js";

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  typedRoutes: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types, of the tests too; a start need not
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  agentRules: false, // `next dev` must not write files of its own
  distDir: process.env.QINGLAN_DIST ?? ".next",
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname }, // a lockfile in a parent folder must not move the root
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "chinese-days", "@e965/xlsx", "@protobi/exceljs", "yauzl"],
  experimental: {
    agentUpgrade: false,
    serverActions: { bodySizeLimit: "256kb" },
    proxyClientMaxBodySize: "21mb",
  },
  headers: () => Promise.resolve(securityHeaders),
};

export default config;
