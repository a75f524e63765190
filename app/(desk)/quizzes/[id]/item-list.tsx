import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { QuizInFull, SheetRow } from "@/lib/quizzes/reads-one";
import { fullOfItem } from "@/lib/quizzes/rules";
import { anchors } from "@/lib/quizzes/rules-sheet";
import { keyState, type QuizItem, quizItem } from "@/lib/words/quiz";

type Props = { full: QuizInFull };

/** Each item: its points, the words they stand for at each examiner's, the answer for those who may read it. */
export function ItemList({ full }: Props) {
  return (
    <Card title="各项" flush>
      <ul className="divide-y divide-line">
        {quizItem.values.map((item) => <li key={item} className="grid gap-1.5 px-3 py-2.5"><Item full={full} item={item} /></li>)}
      </ul>
    </Card>
  );
}

function Item({ full, item }: Props & { item: QuizItem }) {
  const { results: [now, before], sheets, names } = full;
  const [points, was] = [now?.items[item], before?.items[item]];
  const counts = points !== null && points !== undefined;
  const changed = counts && typeof was === "number" && was !== points;
  const named = sheets.length > 1 || changed;
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-base">
        {quizItem.label(item)}
        {counts && now ? <span>{points} 分<span className="font-normal text-ink-2">（满分 {fullOfItem(now)} 分）</span></span> : <Badge tone="neutral" shape="dash" word="不计分" />}
        {changed && <Badge tone="info" shape="check" word={`更正前 ${was} 分`} />}
      </h3>
      {!counts && <p className="text-ink-2">{whyNot(full, item)}</p>}
      <div className={sheets.length > 1 ? "grid gap-x-6 gap-y-1 sm:grid-cols-2" : undefined}>
        {sheets.map((sheet) => <Mark key={sheet.id} sheet={sheet} item={item} name={named ? names(sheet.examinerId) : ""} />)}
      </div>
      <Key full={full} item={item} />
    </>
  );
}

/** One examiner's word needs no name, nor the points a second time. */
function Mark({ sheet, item, name }: { sheet: SheetRow; item: QuizItem; name: string }) {
  const mark = sheet.marks.find((one) => one.item === item);
  if (!mark || (!name && mark.points === null)) return null;
  const says = mark.points === null ? "指出答案有误" : anchors[item][mark.points];
  return <p>{name && <span className="text-ink-2">{name}{mark.points !== null && ` ${mark.points} 分`}　</span>}{says}</p>;
}

/** Why an item did not count, as far as this reader may know what the file said. */
function whyNot({ sheets, keys, draws }: QuizInFull, item: QuizItem): string {
  if (sheets.some(({ marks }) => marks.some((mark) => mark.item === item && mark.wrongKey))) return "考官当场发现答案有误，这一项不算分，已经提请更正户情。";
  const key = keys.find((one) => one.item === item && one.drawId === draws.at(-1)?.id);
  return key ? `抽户时档案里${key.state === "unclear" ? "记的是“不清楚”" : keyState.label(key.state)}，这一项不问。` : "抽户时档案里没有核实过的答案，这一项不问。";
}

/** 答案, as the file had it at the draw: for whoever was examined, and for the office where it answers an appeal. */
function Key({ full: { keys, draws }, item }: Props & { item: QuizItem }) {
  const key = keys.find((one) => one.item === item && one.drawId === draws.at(-1)?.id);
  if (!key?.says) return null;
  return (
    <div className="rounded-1 bg-bg-2 px-2.5 py-1.5">
      <p className="text-sm text-ink-2">{item === "door" ? "找门说明" : "抽户时的答案"}{key.asOf && `（截至 ${key.asOf}）`}</p>
      <p className="whitespace-pre-line">{key.says}</p>
    </div>
  );
}
