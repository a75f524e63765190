"use client";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * Goes where a link leads without loading everything anew, and says that it is on its way: a line after 300 ms, words
 * after three seconds. One listener for all links; a loading.tsx would stream a 200 before a page can answer 404.
 */
export function Opening() {
  const router = useRouter();
  const here = `${usePathname()}?${useSearchParams().toString()}`;
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const link = linkOf(event);
      const href = link ? link.pathname + link.search + link.hash : "";
      if (!link || !isAddress(href)) return;
      event.preventDefault();
      if (link.pathname + link.search !== location.pathname + location.search) setLeft(here);
      router.push(href, { scroll: !("stay" in link.dataset) });
    };
    document.addEventListener("click", pressed);
    return () => document.removeEventListener("click", pressed);
  }, [here, router]);
  return (
    <div role="status" className="no-print fixed">
      {left === here && <span className="opening">正在打开，信号不好时要等几秒</span>}
    </div>
  );
}

const isAddress = (href: string): href is Route => href !== "";

/** Files and the door are the browser's own business, and so is a place on this very page. */
const browsersOwn = /^\/(api|sign-in|activate)(\/|$)/;

/** The link to a page of ours that was plainly pressed: no new window, nothing that somebody else has dealt with. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!(link instanceof HTMLAnchorElement) || !plain || event.defaultPrevented) return undefined;
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return undefined;
  const within = link.hash !== "" && link.pathname + link.search === location.pathname + location.search;
  return within || browsersOwn.test(link.pathname) ? undefined : link;
}
