import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";

/** Walks every line from the first one. What it finds does not depend on the filter. */
export async function Verdict({ desk }: { desk: Desk }) {
  const { rows, broken } = await desk.verifyLedger();
  if (!broken) return <Notice tone="ok" title="台账完整">共 {rows.toLocaleString("zh-CN")} 行，每一行都接得上，没有被改、被删或被调换</Notice>;
  return (
    <Notice tone="danger" title={`台账在第 ${broken.seq} 行断了`}>
      {broken.why}。前面 {rows.toLocaleString("zh-CN")} 行是好的。先不要动数据，把这一页截图，联系镇领导和系统管理员
    </Notice>
  );
}
