import "server-only";
import { TownIsOpen } from "@/db/town";
import { digestRound, everyMinute } from "./digest";
import { sweepPictures } from "./picture";
import { robotFrom } from "./robot";
import { theTown } from "./session";
import { stewardRound } from "./steward";

/** A file nobody names is left for a month: beside a database that was put back from an older copy it may be named again. */
const UNCLAIMED_MS = 30 * 24 * 3_600_000;

/** Before the first request: the data folder is held by this process alone, migrated and open. Exits 3 when it is not. */
export function start(): void {
  try {
    void sweepPictures(theTown(), new Date(Date.now() - UNCLAIMED_MS)).catch((error: unknown) => console.error(error));
    everyMinute(stewardRound(theTown(), () => new Date()));
    tellOutside();
  } catch (error) {
    if (!(error instanceof TownIsOpen)) throw error;
    console.error(`数据目录正由另一个青蓝使用：${error.message}\nAnother process already writes this data folder.`);
    process.exit(3);
  }
}

/** Nothing ever leaves this house unless somebody has written down where to. */
function tellOutside(): void {
  const robot = robotFrom(process.env);
  if (typeof robot === "string") console.error(`没有接上机器人：${robot}`);
  else if (robot) everyMinute(digestRound(theTown(), robot, () => new Date()));
}
