"use client";
import { useState, useSyncExternalStore } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { hold, isHeld } from "./hold";
import { isUnsent, type Item } from "./item";
import { useItems } from "./use-items";

const DAY = 24 * 3_600_000;
const handedIn = ({ state }: Item) => state !== "draft";

/** How long the oldest thing has waited on this phone, in days. Looked at when the list changes, which is often enough for a day. */
export const daysWaited = (items: readonly Item[], now = Date.now()): number =>
  Math.max(0, ...items.filter(isUnsent).map(({ savedAt }) => Math.floor((now - savedAt) / DAY)));

/** What a person has to know of their phone before they trust it with more: old things on it, or a browser that forgets. */
export function PhoneNotes({ onOutbox = false }: { onOutbox?: boolean }) {
  const found = useItems();
  const items = found?.items ?? [];
  const [days, late] = [daysWaited(items), daysWaited(items.filter(handedIn))];
  const way = !onOutbox && <LinkButton size="row" href="/outbox">看待发送</LinkButton>;
  return (
    <>
      {days >= 5
        ? <Notice tone="danger" title={`有内容在这部手机上放了 ${days} 天`} action={way}>浏览器可能会清掉它。先联网发送，发不出去就导出备份文件</Notice>
        : late >= 1 && <Notice tone="warn" title="有内容超过一天没发出去" action={way}>找个有信号的地方打开，会自动发送</Notice>}
      <BetterBrowser />
    </>
  );
}

const inside = /MicroMessenger|wxwork|DingTalk|TaurusApp|Lark|Feishu/i;
const forgets = () => inside.test(navigator.userAgent) && (!("serviceWorker" in navigator) || !isSecureContext) && !isHeld("browser-hint");
const never = () => () => undefined;

/** Inside another app there may be nothing that opens without a network. Said once. */
function BetterBrowser() {
  const isThere = useSyncExternalStore(never, forgets, () => false);
  const [read, setRead] = useState(false);
  if (!isThere || read) return null;
  const close = () => { hold("browser-hint"); setRead(true); };
  return (
    <Notice title="在浏览器打开更稳" action={<Button size="row" onClick={close}>知道了</Button>}>
      点右上角“…”，选“在浏览器打开”。在这里写的也会存在本机、有网自动发送，只是没网时打不开。
    </Notice>
  );
}
