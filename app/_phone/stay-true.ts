import { channel, LEFT } from "./outbox";
import { goOrStay } from "./leaving";

/** Where another tab signs out, or the browser shows a page out of its memory, nothing of the last person stays in sight. */
export function stayTrue(): () => void {
  const told = ({ data }: MessageEvent) => data === LEFT && void goOrStay();
  const shown = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
  const others = channel();
  others?.addEventListener("message", told);
  window.addEventListener("pageshow", shown);
  return () => {
    others?.removeEventListener("message", told);
    window.removeEventListener("pageshow", shown);
  };
}

/** The worker that opens a page where there is no network. Nothing that is saved depends on it. */
export function keepWorker(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
}
