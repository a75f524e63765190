import { type MouseEvent, useEffect, useRef } from "react";
import type { Item, Sitting } from "./sitting";

type Props = { sitting: Sitting; hrefOf: (id: string) => string; open: (id: string) => void };

/** What waits in this sitting: 人 · 周, one line each, and how it stands. */
export function LineList({ sitting, hrefOf, open }: Props) {
  const heads = headsOf(sitting.items);
  return (
    <ul aria-label="待批阅的走访日志" className="divide-y divide-line rounded-2 border border-line bg-bg [&>li:first-child>:first-child]:rounded-t-2 [&>li:last-child>a]:rounded-b-2">
      {sitting.items.map((item) => (
        <LineRow key={item.id} item={item} head={heads.get(item.id)} current={item.id === sitting.at} href={hrefOf(item.id)} open={open} />
      ))}
    </ul>
  );
}

/** A group is named where it begins; what was put aside is a group of its own, at the end. */
function headsOf(items: readonly Item[]): ReadonlyMap<string, string> {
  const nameOf = (item: Item | undefined) => item && (item.put ? "稍后再看" : item.group);
  return new Map(items.flatMap((item, place) => (nameOf(item) === nameOf(items[place - 1]) ? [] : [[item.id, nameOf(item)!] as const])));
}

type RowProps = { item: Item; head: string | undefined; current: boolean; href: string; open: (id: string) => void };

function LineRow({ item, head, current, href, open }: RowProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(item.id);
  };
  return (
    <li className={item.stage === "waiting" ? "" : "opacity-75"}>
      {head && <h2 className="bg-bg-2 px-3 py-1 text-sm font-semibold text-ink-2">{head}</h2>}
      <a ref={link} href={href} onClick={press} aria-current={current || undefined} className={`block min-h-tap px-3 py-2 text-ink no-underline -outline-offset-3 hover:bg-bg-2 lg:py-1 ${current ? "lg:bg-primary-bg lg:shadow-[inset_3px_0_0_var(--color-primary)]" : ""}`}>
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate">{item.put && `${item.author} · `}<b>{item.door}</b></span>
          <span className="flex-none text-sm text-ink-2">{item.on}</span>
        </span>
        <span className="line-clamp-1 text-sm">{item.account}</span>
        <span className="block truncate text-sm"><Standing item={item} /></span>
      </a>
    </li>
  );
}

function Standing({ item }: { item: Item }) {
  if (item.stage === "sending") return <span className="text-ink-2">批阅中</span>;
  if (item.stage === "done") return <span className="text-ok">✓ {item.word}</span>;
  if (item.stage === "gone") return <span className="text-ink-2">{item.word}</span>;
  if (item.trouble) return <span className="text-danger">▲ {item.trouble}</span>;
  const by = [item.opened && "看过", item.by].filter(Boolean).join(" · ");
  return item.late ? <span className="text-danger">▲ 超 48 小时{item.opened ? " · 看过" : ""}</span> : <span className="text-ink-2">{by}</span>;
}
