import { classes } from "@/app/_ui/classes";
import type { Day } from "@/lib/kernel/day";
import type { TopicCard as Topic } from "@/lib/topics/reads";
import { gate, type Gate } from "@/lib/words/topic";
import { TopicCard } from "./topic-card";

type Props = { topics: readonly Topic[]; today: Day; office: boolean };

/** Both lookings-back share a column: a card there says which it is. */
const columns: readonly { label: string; gates: readonly Gate[] }[] = [
  ...gate.values.filter((at) => at !== "followup3" && at !== "followup6").map((at) => ({ label: gate.label(at), gates: [at] })),
  { label: "转化回看", gates: ["followup3", "followup6"] },
];

/** A column for each gate at the desk, in two rows where letters are large, and across one sheet of paper; on the phone one group under the other, the empty ones left out. */
export function Board({ topics, today, office }: Props) {
  return (
    <ol aria-label="课题按节点" className="grid items-start gap-2 lg:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] print:grid-cols-7 print:gap-1">
      {columns.map(({ label, gates }) => {
        const here = topics.filter((topic) => topic.gate && gates.includes(topic.gate));
        return (
          <li key={label} className={classes("min-w-0 lg:h-full lg:rounded-2 lg:bg-bg-3 lg:p-1.5", here.length === 0 && "max-lg:hidden")}>
            <h2 className="flex min-h-row items-center gap-1.5 px-1 text-base">{label}<span className="text-sm font-normal text-ink-2">{here.length}</span></h2>
            <ul className="grid gap-2">
              {here.map((topic) => <li key={topic.id}><TopicCard topic={topic} today={today} office={office} /></li>)}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
