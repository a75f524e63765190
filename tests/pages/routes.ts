import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const app = join(import.meta.dirname, "../../app");

/** Every address of the app, out of the file tree: a page that is added tomorrow is asked for without being named here. */
export const pages = routesOf("page.tsx");
export const handlers = routesOf("route.ts");

function routesOf(file: string): string[] {
  const found = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => path.split(sep).at(-1) === file);
  return found.map((path) => addressOf(relative(app, join(app, dirname(path))))).sort();
}

/** `(desk)/visits/[id]` is /visits/[id]: a group has no place in the address. */
function addressOf(folder: string): string {
  const parts = folder.split(sep).filter((part) => part && part !== "." && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
}
