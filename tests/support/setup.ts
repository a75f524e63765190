import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdFieldKey } from "@/db/seal";

/** Every worker has keys of its own, in a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), "qinglan-test-"));
const key = Buffer.alloc(32, 7);
mkdirSync(join(folder, "keys"), { mode: 0o700 });
for (const name of ["auth", "field", "pepper"]) writeFileSync(join(folder, "keys", `${name}.key`), key.toString("base64url"), { mode: 0o600 });
process.env.QINGLAN_DATA = folder;
holdFieldKey(key);
