// `npm run bench [-- --quick]`: how fast it is, next to bare servers on the same machine in the same minutes.
import { checkNode, build, dependencies, next, plain } from "./prepare.mjs";
import { settle } from "./place.mjs";
import { tsx } from "./tsx.mjs";

async function bench() {
  await dependencies();
  if (!(await build())) return 1;
  const { code } = await next(["build", "tests/bench/bare-next"], { env: plain(), quiet: true });
  return code === 0 ? tsx("tests/bench/run.ts") : code;
}

checkNode();
settle();
process.exit(await bench());
