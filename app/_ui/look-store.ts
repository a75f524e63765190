"use client";
import { useSyncExternalStore } from "react";
import { type Size, sizeCookie, sizeFrom, type Theme, themeCookie, themeFrom } from "@/app/_ui/look";

const ears = new Set<() => void>();
const root = () => document.documentElement.dataset;

/** The page's look now and how to change it: the page follows at once, the cookie keeps it for a year. */
export const useLook = () => ({
  size: useSyncExternalStore<Size>(listen, () => sizeFrom(root().size), () => "standard"),
  theme: useSyncExternalStore<Theme>(listen, () => themeFrom(root().theme), () => "auto"),
  chooseSize: (size: Size) => choose("size", sizeCookie, size),
  chooseTheme: (theme: Theme) => choose("theme", themeCookie, theme),
});

function choose(mark: "size" | "theme", cookie: string, value: string) {
  root()[mark] = value;
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax`;
  ears.forEach((tell) => tell());
}

function listen(tell: () => void) {
  ears.add(tell);
  return () => void ears.delete(tell);
}
