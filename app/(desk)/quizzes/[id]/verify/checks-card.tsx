import { Card } from "@/app/_ui/card";
import { Glyph } from "@/app/_ui/glyph";
import { Notice } from "@/app/_ui/notice";

type Check = { ok: boolean; what: string; says: string };

/** Each check in words; what does not agree stands first. */
export function ChecksCard({ checks, waits }: { checks: readonly Check[]; waits: string | undefined }) {
  const amiss = checks.filter(({ ok }) => !ok);
  return (
    <>
      {amiss.length > 0 && <Notice tone="danger" title={`有 ${amiss.length} 项对不上`}>存的内容被改过，或者缺了。把这一页拍下来交给审计员和党建办，这次的结果先不要用。</Notice>}
      {amiss.length === 0 && waits && <Notice title={checks.length > 0 ? "到现在为止都对得上" : "现在没有可核对的"}>{waits}</Notice>}
      {amiss.length === 0 && !waits && checks.length > 0 && <Notice tone="ok" title={`${checks.length} 项都对得上`}>用存下的内容从头算了一遍，没有一处被改过。</Notice>}
      {checks.length > 0 && (
        <Card title="核对了什么" flush>
          <ul className="divide-y divide-line">
            {[...amiss, ...checks.filter(({ ok }) => ok)].map((check, i) => <Line key={i} check={check} />)}
          </ul>
        </Card>
      )}
    </>
  );
}

const Line = ({ check: { ok, what, says } }: { check: Check }) => (
  <li className="flex items-start gap-2.5 px-3 py-2">
    <Glyph shape={ok ? "check" : "triangle"} className={`mt-[0.35em] size-3.5 flex-none ${ok ? "text-ok" : "text-danger"}`} />
    <p className="min-w-0 flex-1">
      <b className="font-semibold">{what}</b><span className={ok ? "text-ok" : "font-semibold text-danger"}>　{ok ? "对得上" : "✗ 对不上"}</span>
      <span className={ok ? "block text-sm text-ink-2" : "block text-sm"}>{says}</span>
    </p>
  </li>
);
