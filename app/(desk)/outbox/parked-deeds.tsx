"use client";
import { type ReactNode, useEffect, useState } from "react";
import type { Item } from "@/app/_phone/item";
import { myOutbox } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { Button, LinkButton } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import type { ParkedAnswer } from "@/lib/visits/reads-parked";
import { handOverParked, withdrawParked } from "../parked/actions";

type Props = { item: Item; parked: ParkedAnswer; mend: string; children: ReactNode };

/** Refused here and kept there, because the door went to somebody else: hand it on, keep the words, or take it back. */
export function ParkedDeeds({ item, parked, mend, children }: Props) {
  const [said, setSaid] = useState<{ busy?: boolean; no?: string }>({});
  const waits = parked.state === "parked" || parked.state === "handed";
  useEffect(() => (waits && navigator.onLine ? askNow() : undefined), [waits]);

  const handOver = async () => {
    setSaid({ busy: true });
    const outcome = await handOverParked({ parkedId: item.id }).catch(() => undefined);
    setSaid(outcome?.ok ? {} : { no: outcome?.message ?? "没能连上服务器，有网后再转交" });
    await send(true).catch(() => undefined);
  };
  const remove = async () => {
    if (parked.state === "parked" || parked.state === "handed") {
      setSaid({ busy: true });
      const outcome = await withdrawParked({ parkedId: item.id }).catch(() => undefined);
      setSaid(outcome?.ok ? {} : { no: outcome?.message ?? "没能连上服务器，有网后再删除" });
      if (!outcome?.ok) return void send(true).catch(() => undefined);
    }
    await (await myOutbox()).remove(item.id);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {parked.keeper && <Button variant="primary" busy={said.busy ?? false} onClick={() => void handOver()}>转交给 {parked.keeper}</Button>}
        {!waits && <LinkButton variant="primary" href={mend}>改一改再交</LinkButton>}
        {children}
        <DialogButton label="删除这条" title="删除这条走访">
          <p className="mb-3">{waits ? "系统里存着的会一起撤回，不再有人处理。" : ""}删除后在这部手机上找不回来。</p>
          <Button variant="danger" data-close onClick={() => void remove()}>{waits ? "撤回并删除这一条" : "删除这一条"}</Button>
        </DialogButton>
      </div>
      {said.no && <p role="alert" className="text-danger">▲ {said.no}</p>}
    </div>
  );
}

/** What became of it meanwhile. Whoever is sending just now, here or in another tab, is waited for. */
function askNow(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const ask = async () => {
    const heard = await send(true).catch(() => undefined);
    if (heard === "busy" && !gone) waiting = setTimeout(() => void ask(), 1_000);
  };
  void ask();
  return () => {
    gone = true;
    clearTimeout(waiting);
  };
}
