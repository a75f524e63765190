import type { ReactNode } from "react";
import type { Tone } from "@/app/_ui/badge";
import { classes } from "@/app/_ui/classes";
import { Glyph, type Shape } from "@/app/_ui/glyph";

type NoticeTone = Exclude<Tone, "neutral">;

const looks: Record<NoticeTone, { ground: string; ink: string; shape: Shape }> = {
  info: { ground: "border-l-primary bg-primary-bg", ink: "text-primary", shape: "disc" },
  ok: { ground: "border-l-ok bg-ok-bg", ink: "text-ok", shape: "check" },
  warn: { ground: "border-l-warn bg-warn-bg", ink: "text-warn", shape: "half" },
  danger: { ground: "border-l-danger bg-danger-bg", ink: "text-danger", shape: "triangle" },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** What happened · what is safe · what to do. Danger interrupts a screen reader, the others wait. */
export function Notice({ tone = "info", title, action, className, children }: NoticeProps) {
  const { ground, ink, shape } = looks[tone];
  return (
    <div role={tone === "danger" ? "alert" : "status"}
      className={classes("flex gap-2.5 rounded-1 border border-l-4 border-line px-3 py-2", ground, className)}>
      <Glyph shape={shape} className={`mt-[0.35em] size-3.5 ${ink}`} />
      <div className="min-w-0 flex-1">
        {title && <p className={classes("font-semibold", ink)}>{title}</p>}
        {children}
      </div>
      {action && <div className="flex-none self-center">{action}</div>}
    </div>
  );
}
