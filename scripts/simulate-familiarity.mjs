// `npm run simulate:familiarity`: what 下一户建议 does for what is remembered, next to round robin and to chance.
import { tsx } from "./tsx.mjs";

process.exit(await tsx("tests/bench/familiarity.ts", []));
