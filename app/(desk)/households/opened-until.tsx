"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server again once the ten minutes are over, so that what was opened does not stay on a forgotten screen. */
export function OpenedUntil({ until }: { until: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), Math.max(0, until - Date.now()) + 1000);
    return () => clearTimeout(timer);
  }, [until, router]);
  return null;
}
