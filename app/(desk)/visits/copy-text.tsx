"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";

/** 复制文字: one tap for whatever other system wants it. Without a clipboard the text is shown to be marked by hand. */
export function CopyText({ text }: { text: string }) {
  const [state, setState] = useState<"ready" | "copied" | "shown">("ready");
  const copy = () => navigator.clipboard.writeText(text).then(() => setState("copied"), () => setState("shown"));
  return (
    <>
      <Button onClick={() => (navigator.clipboard ? void copy() : setState("shown"))}>{state === "copied" ? "已复制" : "复制文字"}</Button>
      <span role="status" className="sr-only">{state === "copied" && "已复制"}</span>
      {state === "shown" && <textarea readOnly rows={8} aria-label="走访文字" value={text} onFocus={(e) => e.target.select()} />}
    </>
  );
}
