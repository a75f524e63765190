import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  agentRules: false,
  turbopack: { root }, // the packages are the project's own
  outputFileTracingRoot: root,
  serverExternalPackages: ["better-sqlite3"],
  experimental: { agentUpgrade: false },
};

export default config;
