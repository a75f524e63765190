"use client";
import PageBroke from "@/app/error";
import "./globals.css";

type Mishap = { error: Error & { digest?: string }; reset: () => void };

/** When the root layout itself broke: a page of its own, in the house's letters. */
export default function HouseBroke({ error, reset }: Mishap) {
  return (
    <html lang="zh-CN">
      <body>
        <title>这一页没能打开 · 青蓝</title>
        <PageBroke error={error} reset={reset} />
      </body>
    </html>
  );
}
