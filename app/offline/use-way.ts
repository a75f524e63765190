"use client";
import { type RefObject, useEffect, useRef, useState } from "react";

/** Which of three things this page shows; `key` makes a form anew when it is opened anew. */
export type Way = { at: "start" } | { at: "exam"; quiz: string } | { at: "form"; key: string; visit: string | undefined; household: string | undefined };
type Found = { way: Way; lost: boolean };

const here = (): Way => wayOf(new URL(location.href)) ?? { at: "start" };

/** The links of the form and of the outbox lead to pages that are not here: these are, the others need a network. */
function wayOf({ pathname, search }: URL): Way | undefined {
  const asked = new URLSearchParams(search);
  const [, edited] = /^\/visits\/([0-9a-f-]{36})\/edit$/.exec(pathname) ?? [];
  const visit = edited ?? asked.get("edit") ?? undefined;
  if (edited || visit || pathname === "/visits/new" || asked.has("new"))
    return { at: "form", key: `${pathname}${search}`, visit, household: asked.get("household") ?? undefined };
  const [, quiz] = /^\/quizzes\/([0-9a-f-]{36})$/.exec(pathname) ?? [];
  if (quiz) return { at: "exam", quiz };
  return pathname === "/outbox" || pathname === "/" || pathname === "/offline" ? { at: "start" } : undefined;
}

/** Goes within this page where it can: to leave it would be to ask for the 口令 again. */
export function useWay(): { way: Way; lost: boolean; box: RefObject<HTMLDivElement | null>; home: () => void } {
  const box = useRef<HTMLDivElement>(null);
  const [{ way, lost }, setFound] = useState<Found>(() => ({ way: here(), lost: false }));
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.search.includes("wait=1")) return;
      const to = wayOf(new URL(link.href));
      if (!to && navigator.onLine) return;
      event.preventDefault();
      if (to) history.pushState(null, "", link.pathname + link.search);
      setFound(to ? { way: to, lost: false } : (before) => ({ ...before, lost: true }));
      scrollTo(0, 0);
    };
    const returned = () => setFound({ way: here(), lost: false });
    const page = box.current;
    page?.addEventListener("click", pressed);
    window.addEventListener("popstate", returned);
    return () => {
      page?.removeEventListener("click", pressed);
      window.removeEventListener("popstate", returned);
    };
  }, []);
  const home = () => {
    history.pushState(null, "", "/outbox");
    setFound({ way: { at: "start" }, lost: false });
  };
  return { way, lost, box, home };
}
