import fs from "node:fs";
import { demoTown } from "./demo.mjs";
import { makeKeys, readKey } from "./keys.mjs";
import { next } from "./prepare.mjs";

/**
 * Serves one town from the build that stands (or, for `dev`, from the sources), making the demo town first
 * where the folder is empty. @returns {Promise<number>} the server's exit code
 */
export async function serve({ folder, host, port, dev = false }) {
  process.umask(0o077);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  makeKeys(folder);
  const code = await demoTown(folder);
  if (code !== 0) return code;
  const env = surroundings(folder, port, dev);
  console.log(`[青蓝] ${env.APP_ORIGIN} · Ctrl-C 停止`);
  return (await next([dev ? "dev" : "start", "-H", host, "-p", String(port)], { env })).code;
}

function surroundings(folder, port, dev) {
  const origin = process.env.APP_ORIGIN || `http://127.0.0.1:${port}`;
  return {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    QINGLAN_DATA: folder,
    APP_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: readKey(folder, "auth"),
  };
}
