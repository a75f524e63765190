// The server of the page tests: a fresh demo town in test-results/town, from the build that stands.
import fs from "node:fs";
import path from "node:path";
import { root, settle } from "./place.mjs";
import { serve } from "./serve.mjs";

const port = Number(process.env.QINGLAN_TEST_PORT || 3199);
const folder = path.join(root, "test-results", "town");
settle();
process.env.APP_ORIGIN = `http://127.0.0.1:${port}`;
fs.rmSync(folder, { recursive: true, force: true });
process.exit(await serve({ folder, host: "127.0.0.1", port }));
