import { runNode } from "./child.mjs";
import { checkNode, dependencies } from "./prepare.mjs";
import { settle } from "./place.mjs";

/** Runs one TypeScript file as the server would see it. @returns {Promise<number>} its exit code */
export async function tsx(file, args = process.argv.slice(2), env = process.env) {
  checkNode();
  settle();
  await dependencies();
  return (await runNode(["--conditions=react-server", "--import", "tsx", file, ...args], { env })).code;
}
