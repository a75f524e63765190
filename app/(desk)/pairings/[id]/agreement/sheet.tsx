import { classes } from "@/app/_ui/classes";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { PairingRow } from "@/lib/pairings/reads";
import type { Agreement } from "@/lib/pairings/reads-agreement";
import { goalArea } from "@/lib/words/pairing";

type Props = { pairing: PairingRow; agreement: Agreement };

/** The agreement as it lies on the table to be signed: one A4 sheet, however full its twelve lines are. */
export function Sheet({ pairing, agreement }: Props) {
  return (
    <article className="grid gap-4 rounded-2 border border-line bg-bg p-4 lg:p-8 print:gap-3 print:border-0 print:p-0">
      <h2 className="text-center text-xl">青蓝结对协议</h2>
      <p>
        导师 <b>{pairing.mentor}</b>，学员 <b>{pairing.mentee}</b>（{pairing.department || "部门没有登记"}），自 {pairing.startedOn} 起结对{pairing.endedOn && `，到 ${pairing.endedOn}`}。
        以老带新、以新促老，一起做到下面这些：
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <caption className="sr-only">帮带目标</caption>
          <thead>
            <tr>{["方面", "目标", "什么时候"].map((head, place) => <th key={head} scope="col" className={classes(cell, "text-left whitespace-nowrap", place === 2 && atDesk)}>{head}</th>)}</tr>
          </thead>
          <tbody>
            {agreement.areas.flatMap(({ area, goals }) => goals.map((goal, line) => (
              <tr key={goal.id}>
                {line === 0 && <th scope="rowgroup" rowSpan={goals.length} className={`${cell} text-left align-top whitespace-nowrap`}>{goalArea.label(area)}</th>}
                <td className={`${cell} break-words`}>{goal.words}{goal.dueOn && <span className="block text-sm text-ink-2 sm:hidden print:hidden">{goal.dueOn} 前</span>}</td>
                <td className={`${cell} ${atDesk} whitespace-nowrap`}>{goal.dueOn ? `${goal.dueOn} 前` : "结对期间"}</td>
              </tr>
            )))}
          </tbody>
        </table>
      </div>
      <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2">
        <Signature who="导师" name={pairing.mentor} at={agreement.mentorSignedAt} />
        <Signature who="学员" name={pairing.mentee} at={agreement.menteeSignedAt} />
      </div>
    </article>
  );
}

/** On the phone the day stands under its goal. */
const atDesk = "max-sm:hidden print:table-cell!";
const cell = "border border-control px-2 py-1.5 print:py-1";

function Signature({ who, name, at }: { who: string; name: string; at: Date | null }) {
  return (
    <div>
      <p>{who}签名：<span className="inline-block w-32 border-b border-control">&nbsp;</span></p>
      <p className="mt-1 text-sm text-ink-2">{at ? `${name} ${dayOf(at).slice(0, 4)} 年 ${spokenDay(dayOf(at))} 在系统里确认` : `${name} 还没有在系统里确认`}</p>
    </div>
  );
}
