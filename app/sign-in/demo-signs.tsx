import { Card } from "@/app/_ui/card";
import { DEMO_PASSWORD, type DemoSign } from "@/lib/gate/door";
import { role } from "@/lib/words/person";

/** Only in a demo town, where nobody real has an account. */
export function DemoSigns({ signs }: { signs: readonly DemoSign[] }) {
  return (
    <Card title="示例数据 · 演示账号">
      <p className="text-sm text-ink-2">人和事都是编的。密码都是 <code className="text-ink select-all">{DEMO_PASSWORD}</code></p>
      <dl className="mt-2 grid grid-cols-[auto_auto_1fr] gap-x-3 gap-y-0.5 text-sm">
        {signs.map((sign) => (
          <div key={sign.role} className="contents">
            <dt className="text-ink-2">{role.label(sign.role)}</dt>
            <dd>{sign.name}</dd>
            <dd><code className="select-all">{sign.account}</code></dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
