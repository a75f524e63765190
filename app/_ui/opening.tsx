"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * What a page says while it is on its way: a line after 300 ms, words after three seconds. One listener for all links;
 * a loading.tsx would stream a 200 before a page can answer 404.
 */
export function Opening() {
  const here = `${usePathname()}?${useSearchParams().toString()}`;
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!(link instanceof HTMLAnchorElement) || !plain || link.target || link.origin !== location.origin) return;
      if (link.pathname + link.search !== location.pathname + location.search) setLeft(here);
    };
    document.addEventListener("click", pressed);
    return () => document.removeEventListener("click", pressed);
  }, [here]);
  return (
    <div role="status" className="no-print fixed">
      {left === here && <span className="opening">正在打开，信号不好时要等几秒</span>}
    </div>
  );
}
