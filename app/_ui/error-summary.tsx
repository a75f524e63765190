"use client";
import { useEffect, useRef } from "react";

type Mistake = { id: string; message: string };

const frame = "rounded-1 border border-l-4 border-line border-l-danger bg-danger-bg px-3 py-2";

/** Takes the focus when it appears; `attempt` (the form's submit count) brings it back on every try. */
export function ErrorSummary({ mistakes, attempt = 0 }: { mistakes: readonly Mistake[]; attempt?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const count = mistakes.length;

  useEffect(() => {
    if (count === 0) return;
    box.current?.focus();
    const title = document.title;
    document.title = `有问题：${title}`;
    return () => {
      document.title = title;
    };
  }, [count, attempt]);

  if (count === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={frame}>
      <h2 className="text-base text-danger">有 {count} 处要改</h2>
      <ul>
        {mistakes.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-flex min-h-tap items-center underline lg:min-h-7">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
