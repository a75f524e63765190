"use client";
import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { Opening } from "@/app/_ui/opening";
import { Dock, type Place, Rail } from "@/app/_ui/rail";
import { SizeButton } from "@/app/_ui/size-button";
import { Sprout } from "@/app/_ui/sprout";
import { To } from "@/app/_ui/to";

export type ShellProps = {
  brand: string;
  /** A word that must stand on every page of this town, on paper too. */
  mark?: string | undefined;
  nav: readonly Place[];
  bottom: readonly Place[];
  me: { name: string; roleLabel: string; href?: string };
  search?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Help and the complaint box stand in the same place on every page. */
const always: readonly Place[] = [
  { href: "/help", label: "帮助", icon: "circle-question-mark" },
  { href: "/feedback", label: "投诉建议", icon: "message-square-more" },
];

/**
 * The frame of every signed-in page: bar, rail or dock, and the page itself. It runs in the browser too only so that
 * a page is sent its names alone, and not the whole frame a second time.
 */
export function Shell({ nav, bottom, children, ...bar }: ShellProps) {
  return (
    <div className="frame lg:grid lg:grid-cols-[10.5rem_minmax(0,1fr)]">
      <a href="#main" className={skip}>
        跳到正文
      </a>
      <Bar {...bar} />
      <Opening />
      <nav aria-label="主导航" className={rail}>
        <Rail places={nav} />
        <div className="mt-auto border-t border-line pt-2">
          <Rail places={always} />
        </div>
      </nav>
      <div className="frame-main min-w-0">
        <main id="main" tabIndex={-1} className="mx-auto max-w-[105rem] p-3 lg:px-3.5 lg:py-2.5">
          {children}
        </main>
        <Foot />
      </div>
      <Dock places={bottom} />
    </div>
  );
}

const skip =
  "sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-1 focus:bg-primary " +
  "focus:px-4 focus:py-2 focus:text-on-primary";
const rail =
  "sticky top-bar hidden h-[calc(100dvh-var(--bar))] flex-col gap-2 overflow-y-auto border-r border-line bg-bg p-2 " +
  "lg:flex";
const line =
  "frame-bar sticky top-(--line-top) z-20 flex h-[calc(var(--bar)-var(--line-top))] items-center gap-1.5 border-b " +
  "border-line bg-bg px-3 max-lg:pr-1 lg:col-span-2 lg:gap-3 lg:px-4";
const sign = "brand-word inline-flex min-h-tap min-w-tap items-center gap-2 text-lg font-semibold whitespace-nowrap";
const tools = "flex items-center justify-end gap-1 lg:ml-auto lg:gap-2";
const stamp =
  "town-mark flex-none rounded-1 bg-warn-bg px-1.5 py-0.5 text-xs text-warn max-lg:ml-auto " +
  "max-lg:w-[calc(2em+0.75rem)] max-lg:leading-tight";

function Bar({ brand, mark, me, search, actions }: Omit<ShellProps, "nav" | "bottom" | "children">) {
  return (
    <header className={line}>
      <To href="/" className={sign}>
        <Sprout />
        {brand}
      </To>
      {mark && <Mark word={mark} />}
      <div className={classes(tools, mark ? "max-[24rem]:ml-auto" : "ml-auto")}>
        {actions}
        {search}
        <span className="bar-extra">
          <SizeButton />
        </span>
        <To href={me.href ?? "/me"} className="link hidden min-h-tap items-center text-ink! lg:inline-flex">
          {me.roleLabel} · {me.name}
        </To>
      </div>
    </header>
  );
}

/** A small stamp on the phone, two letters a line; one line at the desk. */
function Mark({ word }: { word: string }) {
  return <p className={stamp}>{word}</p>;
}

function Foot() {
  return (
    <footer className="frame-foot flex justify-center gap-6 pt-2 text-sm lg:hidden">
      {always.map(({ href, label }) => (
        <To key={href} href={href} className="link inline-flex min-h-tap min-w-tap items-center justify-center px-2">
          {label}
        </To>
      ))}
    </footer>
  );
}
