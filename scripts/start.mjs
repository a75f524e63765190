// `npm start`: from a bare clone to a running server. `--dev` serves the sources instead of a build.
import { isHeld, isTaken } from "./held.mjs";
import { settle, townFolder } from "./place.mjs";
import { build, checkNode, dependencies } from "./prepare.mjs";
import { serve } from "./serve.mjs";

/** What the server itself ends with, and says, when another one has the town's folder. */
const HELD = 3;

async function start() {
  const dev = process.argv.includes("--dev");
  const [folder, host, port] = [townFolder(), process.env.HOST || "127.0.0.1", Number(process.env.PORT || 3000)];
  await dependencies();
  if (await isHeld(folder)) return refuse(HELD, held(folder));
  if (await isTaken(host, port)) return refuse(1, `${host}:${port} 已被占用 · is taken: PORT=3001 npm start`);
  if (!dev && !(await build())) return 1;
  return serve({ folder, host, port, dev });
}

const held = (folder) => `${folder} 正由另一个青蓝使用，请先停止它 · another 青蓝 has this folder, stop it first`;

function refuse(code, why) {
  console.error(`[青蓝] ${why}`);
  return code;
}

checkNode();
settle();
process.exit(await start());
