import { LinkButton } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { shortDay } from "@/lib/kernel/day";
import { countParked, myParked, type ParkedLine, parkedPage } from "@/lib/visits/reads-parked";
import { visitKind } from "@/lib/words/visit";
import { doorName, Wait, WaitList } from "./wait-list";

const SHOWN = 3;
const all = <LinkButton href="/parked" variant="quiet" size="row">看全部</LinkButton>;

/** Visits of doors that changed hands: what was handed to me to take in, and what became of my own. */
export async function ParkedWaits({ desk }: { desk: Desk }) {
  const [{ rows }, mine] = await Promise.all([parkedPage(desk), myParked(desk)]);
  const unsettled = mine.filter(({ state }) => state !== "admitted"); // what was taken in is among the visits
  const handed = desk.me.is("office") ? [] : rows; // the office's line stands on its own home
  return (
    <>
      {handed.length > 0 && (
        <WaitList title="转交给你的走访" aside={handed.length > SHOWN && all}>
          {handed.slice(0, SHOWN).map((line) => <ParkedWait key={line.id} line={line} verb="看这一条" meta={`${line.author} 写的，等你收进走访日志`} />)}
        </WaitList>
      )}
      {unsettled.length > 0 && (
        <WaitList title="户移交了、还没收的走访">
          {unsettled.slice(0, SHOWN).map((line) => <ParkedWait key={line.id} line={line} verb={line.state === "parked" ? "去转交" : "看结果"} meta={line.outcome} />)}
        </WaitList>
      )}
    </>
  );
}

function ParkedWait({ line, verb, meta }: { line: ParkedLine; verb: string; meta: string }) {
  const when = `${shortDay(line.visitedOn)} ${visitKind.label(line.kind)}`;
  return <Wait title={`${line.village} ${doorName(line)}`} verb={verb} href={`/parked/${line.id}`} what={`${doorName(line)} ${when}`} meta={<>{when}<span className="block">{meta}</span></>} />;
}

/** One line for the office, and none where nothing waits. */
export async function ParkedCount({ desk }: { desk: Desk }) {
  const waiting = await countParked(desk);
  if (waiting === 0) return null;
  return <p><To href="/parked" className="link inline-flex min-h-tap items-center lg:min-h-0">户移交后等待处理的走访 {waiting} 条</To></p>;
}
