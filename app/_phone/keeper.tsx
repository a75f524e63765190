"use client";
import { useEffect, useSyncExternalStore } from "react";
import { To } from "@/app/_ui/to";
import { isUnsent } from "./outbox";
import { keepSending, unlock } from "./phone";
import { useItems } from "./use-items";

/** Opens the phone's store for whoever is signed in, keeps sending, and says in the bar what has not left yet. */
export function PhoneKeeper({ owner, secret }: { owner: string; secret: string }) {
  const online = useOnline();
  const found = useItems();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void unlock(owner, secret).then(() => {
      if (!gone) stop = keepSending();
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [owner, secret]);
  const unsent = found?.items.filter((item) => isUnsent(item) && item.state !== "draft") ?? [];
  const stuck = unsent.filter(({ state }) => state === "rejected" || state === "conflict");
  const waiting = stuck.length > 0 ? stuck : unsent;
  if (online && waiting.length === 0) return null;
  return (
    <To href="/outbox" className={`inline-flex min-h-tap items-center text-sm whitespace-nowrap ${stuck.length > 0 ? "text-danger" : "text-warn"}`}>
      {[!online && "离线", waiting.length > 0 && `${stuck.length > 0 ? "要看" : online ? "待发送" : ""} ${waiting.length}`].filter(Boolean).join("")}
      <span className="sr-only">{waiting.length > 0 && " 条"}</span>
    </To>
  );
}

const listen = (changed: () => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};

const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine, () => true);
