"use client";
import { lazy, Suspense, useEffect } from "react";
import { To } from "@/app/_ui/to";
import { arrive } from "./carried";
import { guard } from "./leaving";
import { isUnsent, needsMe } from "./item";
import { unlock } from "./phone";
import { keepSending } from "./sending";
import { keepWorker, stayTrue } from "./stay-true";
import { useItems } from "./use-items";
import { useOnline } from "./use-online";

/** Needed so seldom that no page carries it along. */
const StayCover = lazy(() => import("./stay-cover").then((found) => ({ default: found.StayCover })));

/** Opens the phone's store for whoever is signed in, keeps sending, and says in the bar what has not left yet. */
export function PhoneKeeper({ owner, secret, packs = true }: { owner: string; secret: string; packs?: boolean }) {
  const online = useOnline();
  const found = useItems();
  useEffect(() => {
    const stops = [stayTrue()];
    let gone = false;
    void unlock(owner, secret).then(() => {
      if (gone) return;
      stops.push(keepSending());
      void arrive(packs).catch(() => undefined);
      keepWorker();
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [owner, secret, packs]);
  const [alone, staying] = [found?.alone ?? [], found?.staying === true];
  const fragile = alone.length > 0;
  useEffect(() => (fragile ? guard() : undefined), [fragile]);
  if (staying) return <Suspense><StayCover left={alone} /></Suspense>;
  const unsent = found?.items.filter((item) => isUnsent(item) && item.state !== "draft") ?? [];
  const stuck = unsent.filter(needsMe);
  const waiting = stuck.length > 0 ? stuck : unsent.filter(({ state }) => state !== "rejected");
  if (online && waiting.length === 0) return null;
  return (
    <To href="/outbox" className={`inline-flex min-h-tap min-w-tap items-center justify-end text-sm whitespace-nowrap ${stuck.length > 0 ? "text-danger" : "text-warn"}`}>
      {[!online && "离线", waiting.length > 0 && `${stuck.length > 0 ? "要看" : online ? "待发送" : ""} ${waiting.length}`].filter(Boolean).join("")}
      <span className="sr-only">{waiting.length > 0 && " 条"}</span>
    </To>
  );
}
