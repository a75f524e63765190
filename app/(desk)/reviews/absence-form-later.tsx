"use client";
import dynamic from "next/dynamic";

/** Fetched when somebody opens it: nearly nobody who reviews goes away today. */
export const AbsenceFormLater = dynamic(() => import("./absence-form").then(({ AbsenceFormCard }) => AbsenceFormCard), {
  ssr: false,
  loading: () => <p className="text-ink-2">正在打开</p>,
});
