"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { KeysPanel } from "./keys-panel";
import { Keyed } from "./keyed";
import { LineList } from "./line-list";
import { LogPane } from "./log-pane";
import { NoteBox } from "./note-box";
import { RemarkBox } from "./remark-box";
import { SidePane } from "./side-pane";
import { progressOf } from "./sitting";
import { UndoBar } from "./undo-bar";
import { type DeskProps, type ReviewDeskState, useDesk } from "./use-desk";
import { useKeys, useKeySwitch } from "./use-keys";
import { Lesser, VerdictBar } from "./verdict-bar";

type Props = DeskProps & { title: ReactNode; head: ReactNode; more: ReactNode };

/** At the desk each pane scrolls by itself; on the phone one of them is the page. */
const look = {
  desk: "group/desk grid grid-cols-1 gap-2.5 lg:flex lg:h-[calc(100dvh-var(--bar)-1.25rem)] lg:min-h-[30rem] lg:flex-col",
  /** Of the page's title the phone keeps the words in its bar while a log is read. */
  title: "max-lg:group-data-reading/desk:[&_.page-title~*]:hidden",
  panes:
    "lg:grid lg:min-h-0 lg:flex-1 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)_minmax(0,12rem)] lg:gap-2.5 " +
    "xl:grid-cols-[21rem_minmax(0,1fr)_17rem] xl:grid-rows-[minmax(0,1fr)]",
  list: "grid grid-cols-1 content-start gap-2 max-lg:group-data-reading/desk:hidden lg:row-span-2 lg:overflow-y-auto xl:row-span-1",
  read: "max-lg:hidden max-lg:group-data-reading/desk:block lg:flex lg:min-h-0 lg:flex-col",
  text: "lg:min-h-0 lg:flex-1 lg:overflow-y-auto",
  answer:
    "grid grid-cols-1 gap-2 pt-2 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:max-h-[80dvh] max-lg:overflow-y-auto max-lg:border-t " +
    "max-lg:border-line max-lg:bg-bg max-lg:px-3 max-lg:pb-[calc(0.625rem+env(safe-area-inset-bottom))]",
  side: "max-lg:mt-2.5 max-lg:hidden max-lg:group-data-reading/desk:block lg:overflow-y-auto",
};

/** Three panes at the desk; on the phone the list, then one log with its answers under the thumb. Nothing is loaded anew. */
export function ReviewDesk({ title, head, more, ...given }: Props) {
  const desk = useDesk(given);
  const [keysShown, showKeys] = useState(false);
  const [on, turn] = useKeySwitch();
  const { deeds, answers, reading } = desk;
  const passSeen = () => desk.seen.length > 0 && answers.passSeen(desk.seen);
  useKeys({
    J: deeds.next, K: deeds.back, A: deeds.approve, R: deeds.ask, C: deeds.remark, S: deeds.put,
    Z: () => void answers.takeBack(), "Shift+A": passSeen, "?": () => showKeys(true),
  }, on && !desk.writing);
  return (
    <div data-reading={reading || undefined} className={look.desk}>
      <div className={look.title}>{title}</div>
      {head && <div className="max-lg:group-data-reading/desk:hidden">{head}</div>}
      <div className={look.panes}>
        <ListPane desk={desk} passSeen={passSeen} more={more} keys={() => showKeys(true)} />
        <ReadPane desk={desk} presets={given.presets} keys={() => showKeys(true)} />
        <aside aria-label="这一户以前的事" tabIndex={0} className={look.side}>{desk.sheet && <SidePane sheet={desk.sheet} />}</aside>
      </div>
      <Dialog open={keysShown} onClose={() => showKeys(false)} title="批阅的按键"><KeysPanel on={on} turn={turn} /></Dialog>
    </div>
  );
}

type PaneProps = { desk: ReviewDeskState; keys: () => void };

function ListPane({ desk, passSeen, more, keys }: PaneProps & { passSeen: () => void; more: ReactNode }) {
  const { done, all } = progressOf(desk.sitting);
  const { remarks, seen } = desk;
  return (
    <section aria-label="等着批阅的" className={look.list}>
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="font-semibold">这一轮 {done}/{all}</p>
        <progress aria-label="这一轮批阅了多少" value={done} max={all} className="min-w-16 flex-1" />
        <Keyed shortcut="?" variant="quiet" size="row" className="max-lg:hidden" onClick={keys}>按键</Keyed>
      </div>
      {remarks.count > 0 && <Button onClick={() => void remarks.send()}>发出 {remarks.count} 条批注</Button>}
      {seen.length > 1 && <Keyed shortcut="Shift+A" onClick={passSeen}>通过已看过的 {seen.length} 条</Keyed>}
      <LineList sitting={desk.sitting} hrefOf={desk.hrefOf} open={desk.open} />
      {more}
    </section>
  );
}

function ReadPane({ desk, presets }: PaneProps & { presets: readonly string[] }) {
  const { item, sheet, answers } = desk;
  const { done, all } = progressOf(desk.sitting);
  return (
    <section id="reading" tabIndex={-1} aria-label="正在看的走访日志" className={look.read}>
      <p role="status" className="sr-only">{item && `${item.author} ${item.door}`}</p>
      <div className="flex items-center justify-between lg:hidden">
        <Button variant="quiet" onClick={desk.close}>回到列表</Button>
        <span className="text-sm text-ink-2">{done}/{all}</span>
      </div>
      <div className={look.text}>
        {desk.notice && <Notice tone="danger" className="mb-2.5" action={<Button size="row" variant="quiet" onClick={() => desk.say(undefined)}>知道了</Button>}>{desk.notice}</Notice>}
        {item?.trouble && <Notice tone="warn" className="mb-2.5">{item.trouble}</Notice>}
        {!item && <Notice tone="ok" title={`这一轮 ${all} 篇都看完了`} action={<Button onClick={() => location.reload()}>看有没有新交的</Button>} />}
        {item && !sheet && (desk.missing ? <Notice tone="warn">没有找到这一条，可能已被撤回，或网络断了。看下一篇，过一会儿再回来</Notice> : <p className="p-3 text-ink-2">正在取这一篇</p>)}
        {sheet && <LogPane sheet={sheet} pick={sheet.mayAnswer ? desk.remarkOn : undefined} change={desk.changeRemark} box={desk.box} />}
        {sheet && <div className="mt-2 flex flex-wrap gap-1 lg:hidden"><Lesser sheet={sheet} deeds={desk.deeds} /></div>}
      </div>
      <div className={classes(look.answer, desk.reading && "action-row")}>
        {answers.taken && <UndoBar key={answers.taken.at} taken={answers.taken} takeBack={() => void answers.takeBack()} forget={answers.forget} />}
        <Answering desk={desk} presets={presets} />
      </div>
    </section>
  );
}

function Answering({ desk, presets }: { desk: ReviewDeskState; presets: readonly string[] }) {
  const { writing, write, sheet } = desk;
  if (!sheet) return null;
  if (writing && "remark" in writing) return <RemarkBox key={writing.remark.id} draft={writing.remark} keep={desk.keep} cancel={() => write(undefined)} />;
  if (writing) return <NoteBox key={`${sheet.id} ${writing.verdict}`} verdict={writing.verdict} presets={presets} send={(note) => desk.answer(writing.verdict, note)} cancel={() => write(undefined)} />;
  return <VerdictBar sheet={sheet} deeds={desk.deeds} />;
}
