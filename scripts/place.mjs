import fs from "node:fs";
import path from "node:path";

/** The project's own folder: every script works from here, wherever it was called. */
export const root = path.resolve(import.meta.dirname, "..");

/** Settings may stand in `.env.local` (see `.env.example`); what the shell says goes before them. */
export function settle() {
  process.chdir(root);
  if (fs.existsSync(".env.local")) process.loadEnvFile(".env.local");
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}

/** The folder of one town: its database, its keys, its files. */
export const townFolder = () => path.resolve(root, process.env.QINGLAN_DATA || "data");

/** A path somebody typed is meant from where they stood, which npm remembers. */
export const fromCaller = (typed) => path.resolve(process.env.INIT_CWD || process.cwd(), typed);
