import { pageFrom } from "@/lib/feedback/forms";

/** The rail's own words for the places a page belongs to. */
const places: Record<string, string> = {
  "": "今日", visits: "走访日志", reviews: "批阅", households: "农户", problems: "问题", meetings: "双访看板", pairings: "青蓝结对", people: "人员",
  villages: "村社", imports: "导入", admin: "账号", ledger: "台账", settings: "我的", search: "搜索", notices: "提醒", help: "帮助",
};

/** 「批阅」 for /reviews/…; a page without a place keeps its path. */
export const pageName = (path: string): string => places[path.split("/")[1] ?? ""] ?? path;

/** The page one was on: as the address says, or as the browser does. */
export function cameFrom(asked: string | string[] | undefined, referer: string | null): string {
  if (typeof asked === "string") return pageFrom(asked);
  return referer && URL.canParse(referer) ? pageFrom(new URL(referer).pathname) : "";
}
