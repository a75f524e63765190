import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { MOST_WEIGHT, reasons, reasonWords, type Weights } from "@/lib/suggestions/rules";

/** Everybody reads by what rule these households came first. */
export const Why = ({ weights }: { weights: Weights }) => (
  <Card title="为什么是这几户" aside={<LinkButton href="/suggestions/weights" variant="quiet" size="row">看轻重的改动</LinkButton>}>
    <p>先排你包的户，再排你联的村和网格里的户。每一户按下面四样算，重的先排；一样重的，到期早的先排。</p>
    <WeightList weights={weights} />
    <p className="mt-2 text-sm text-ink-2">轻重由党建办定，对谁都一样，{MOST_WEIGHT} 最重，0 不算。建议只给你自己看，去不去由你定，不作为考核依据。</p>
  </Card>
);

const WeightList = ({ weights }: { weights: Weights }) => (
  <dl className="mt-2 grid gap-2 lg:grid-cols-2">
    {reasons.map((reason) => (
      <div key={reason}>
        <dt className="font-semibold">{reasonWords[reason].label}：{weights[reason]}</dt>
        <dd className="text-sm text-ink-2">{reasonWords[reason].says}</dd>
      </div>
    ))}
  </dl>
);
