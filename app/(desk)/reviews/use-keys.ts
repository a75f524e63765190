import { useEffect, useRef, useSyncExternalStore } from "react";

export type KeyName = "J" | "K" | "A" | "Shift+A" | "R" | "C" | "S" | "Z" | "?";

/** What each key does, as the panel tells it. Every one of them is a button too. */
export const keyWords: readonly (readonly [KeyName, string])[] = [
  ["J", "下一篇"], ["K", "上一篇"], ["A", "通过，看下一篇"], ["R", "请补充：光标到理由，空着时按 1–8 填常用语，Enter 发出"], ["C", "批注选中的句子"],
  ["S", "稍后再看"], ["Z", "撤销刚才的批阅"], ["Shift+A", "通过已看过的几篇"], ["?", "打开这张表"],
];

const switchName = "ql-review-keys";
const listeners = new Set<() => void>();
const isOff = (): boolean => {
  try {
    return localStorage.getItem(switchName) === "off";
  } catch {
    return false;
  }
};

/** Single keys can be switched off on this computer: whoever speaks to it, or rests a hand on it, needs none. */
export function useKeySwitch(): [on: boolean, turn: (on: boolean) => void] {
  const on = useSyncExternalStore((hear) => (listeners.add(hear), () => listeners.delete(hear)), () => !isOff(), () => true);
  const turn = (next: boolean) => {
    try {
      localStorage.setItem(switchName, next ? "on" : "off");
    } catch {
      return;
    }
    for (const hear of listeners) hear();
  };
  return [on, turn];
}

const typing = "input, textarea, select, [contenteditable=''], [contenteditable='true']";

/** A key is a letter on its way into a text: in a field, in a dialog, or while Chinese is being composed. */
function isSpoken(event: KeyboardEvent, composing: boolean): boolean {
  if (composing || event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  return Boolean(target?.closest(typing)) || document.querySelector("dialog[open]") !== null;
}

const nameOf = (event: KeyboardEvent): string => (event.key === "?" ? "?" : `${event.shiftKey ? "Shift+" : ""}${event.key.toUpperCase()}`);

/** Single keys for the whole desk; dead while somebody types or composes. */
export function useKeys(deeds: Partial<Record<KeyName, () => void>>, on: boolean): void {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    if (!on) return undefined;
    let composing = false;
    const begin = () => void (composing = true);
    const end = () => void (composing = false);
    const press = (event: KeyboardEvent) => {
      if (isSpoken(event, composing)) return;
      const name = nameOf(event) as KeyName;
      const deed = latest.current[name];
      // A key that is held down leafs on; it does not go on answering.
      if (!deed || (event.repeat && name !== "J" && name !== "K")) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener("compositionstart", begin);
    document.addEventListener("compositionend", end);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("compositionstart", begin);
      document.removeEventListener("compositionend", end);
      document.removeEventListener("keydown", press);
    };
  }, [on]);
}
