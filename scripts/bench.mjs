import { tsx } from "./tsx.mjs";

process.exit(await tsx("tests/bench/run.ts"));
