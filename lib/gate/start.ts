import "server-only";
import { TownIsOpen } from "@/db/town";
import { sweepPictures } from "./picture";
import { theTown } from "./session";

/** Before the first request: the data folder is held by this process alone, migrated and open. Exits 3 when it is not. */
export function start(): void {
  try {
    const began = new Date();
    void sweepPictures(theTown(), began).catch((error: unknown) => console.error(error));
  } catch (error) {
    if (!(error instanceof TownIsOpen)) throw error;
    console.error(`数据目录正由另一个青蓝使用：${error.message}\nAnother process already writes this data folder.`);
    process.exit(3);
  }
}
