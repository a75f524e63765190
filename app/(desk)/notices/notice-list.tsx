"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type MouseEvent, useState } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";
import { knowNotice } from "./actions";
import type { Line } from "./lines";

const isAddress = (href: string | undefined): href is Route => Boolean(href);
const unreachable = "没能连上服务器，过一会儿再试";

export function NoticeList({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  const [trouble, setTrouble] = useState<string>();
  return (
    <div className="grid gap-2">
      {trouble && <p role="alert" className="text-danger">{trouble}</p>}
      <ul aria-label={caption} className="divide-y divide-line rounded-2 border border-line bg-bg">
        {lines.map((line) => <NoticeRow key={line.id} line={line} onTrouble={setTrouble} />)}
      </ul>
    </div>
  );
}

type RowProps = { line: Line; onTrouble: (words: string | undefined) => void };

function NoticeRow({ line, onTrouble }: RowProps) {
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const waits = !line.done && line.dismissable;
  const know = async () => {
    setBusy(true);
    const outcome = await knowNotice({ noticeId: line.id }).catch(() => undefined);
    setBusy(false);
    onTrouble(outcome?.ok ? undefined : (outcome?.message ?? unreachable));
  };
  // Whoever follows what only tells something has seen it; a new window leaves it as it is.
  const follow = (event: MouseEvent) => {
    if (!waits || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isAddress(line.href)) return;
    event.preventDefault();
    const { href } = line;
    void know().finally(() => router.push(href));
  };
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <To href={line.href ?? ""} onClick={follow} className="block min-h-tap lg:min-h-0">
          <span className={`block font-semibold ${line.href ? "link" : ""}`}>{line.title}</span>
          <span className="block text-ink">{line.about}</span>
        </To>
        <p className="text-sm text-ink-2">{line.told}，{line.why}{line.done && `；${line.done}`}</p>
      </div>
      {waits && <Button size="row" busy={busy} onClick={() => void know()} aria-label={`知道了：${line.title}，${line.about}`}>知道了</Button>}
      {!line.done && !waits && line.deed && <LinkButton href={line.href ?? ""} size="row" aria-label={`${line.deed}：${line.about}`}>{line.deed}</LinkButton>}
    </li>
  );
}
