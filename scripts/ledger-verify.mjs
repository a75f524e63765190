// npm run ledger:verify [-- --data DIR]
import { fromCaller } from "./place.mjs";
import { tsx } from "./tsx.mjs";

const [flag, folder] = process.argv.slice(2).flatMap((arg) => arg.split(/(?<=^--data)=/));
if (flag === "--data" && folder) process.env.QINGLAN_DATA = fromCaller(folder);
process.exit(await tsx("scripts/ledger-verify.ts", []));
