import { Notice } from "@/app/_ui/notice";
import { spokenPoints, WIDE } from "@/lib/defences/rules";

export const SpreadNotice = ({ spread, published = false }: { spread: number; published?: boolean }) => (
  <Notice tone="warn" title={`评委之间最多差 ${spokenPoints(spread)} 分`}>到了 {WIDE / 100} 分就写明。不代表谁打错了{published ? "，多半是对评分项的理解不一样" : "；公布以前核对一下各人对评分项的理解"}。</Notice>
);
