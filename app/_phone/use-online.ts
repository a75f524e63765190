"use client";
import { useSyncExternalStore } from "react";

const listen = (changed: () => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};

/** What the browser believes. That it has a network does not mean that the server is within reach. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine, () => true);
