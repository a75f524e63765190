import { Notice } from "@/app/_ui/notice";
import { spokenPoints, WIDE } from "@/lib/defences/rules";

export const SpreadNotice = ({ spread }: { spread: number }) => (
  <Notice tone="warn" title={`评委之间最多差 ${spokenPoints(spread)} 分`}>相差到了 {WIDE / 100} 分。不代表谁打错了，公布以前核对一下各人对评分项的理解。</Notice>
);
