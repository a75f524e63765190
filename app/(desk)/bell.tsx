"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { To } from "@/app/_ui/to";

type BellProps = { count: number; /** When the server counted: the frame is drawn anew only after a deed. */ at: number };

/** 提醒 in every header: how many things wait to be looked at. Asked again at each page, for the frame stays as it was. */
export function Bell({ count, at }: BellProps) {
  const path = usePathname();
  const [asked, setAsked] = useState<{ since: number; path: string; count: number }>({ since: at, path, count });
  useEffect(() => {
    if (path === asked.path || !navigator.onLine) return;
    const gone = new AbortController();
    void ask(gone.signal).then((counted) => counted !== undefined && setAsked({ since: at, path, count: counted }));
    return () => gone.abort();
  }, [path, at, asked.path]);
  const now = asked.since === at ? asked.count : count;
  return (
    <To href="/notices" aria-label={now > 0 ? `提醒 ${now} 条` : "提醒"} title="提醒" className={look}>
      <Icon name="bell" className="size-5.5" />
      {now > 0 && <span aria-hidden className={badge}>{now > 99 ? "99+" : now}</span>}
    </To>
  );
}

/** Nothing where the network or the server is away: then the number stays what it was. */
async function ask(signal: AbortSignal): Promise<number | undefined> {
  const answer = await fetch("/api/v1/notices", { signal }).catch(() => undefined);
  const said: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  return typeof said === "object" && said !== null && "count" in said && typeof said.count === "number" ? said.count : undefined;
}

const look = "relative inline-flex size-tap flex-none items-center justify-center rounded-1 text-ink-2! hover:bg-bg-3";
const badge =
  "absolute top-1 left-1/2 min-w-4.5 rounded-full bg-danger px-1 text-center text-xs leading-4.5 font-semibold text-bg";
