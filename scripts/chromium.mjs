import fs from "node:fs";
import { run } from "./child.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** @returns {string | undefined} the browser's program */
export function findChromium() {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : usual;
  return places.find((place) => fs.existsSync(place));
}

/** Installs one where that needs nobody's leave: Debian and its kin, as root. Never fatal. */
export async function installChromium() {
  const may = process.platform === "linux" && process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");
  if (findChromium() || process.env.CHROMIUM_PATH || !may) return;
  console.log("[青蓝] apt-get install chromium fonts-noto-cjk");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (args) => run("apt-get", ["-q", ...args], { env, quiet: true });
  await apt(["update"]);
  const { code, said } = await apt(["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  if (code !== 0) console.log(said);
}
