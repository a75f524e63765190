import { classes } from "@/app/_ui/classes";
import { Glyph, type Shape } from "@/app/_ui/glyph";
import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "ok" | "warn" | "danger";

/** A state as plain data. */
export type Said = { tone: Tone; shape?: Shape; word: string };

const grounds: Record<Tone, string> = {
  neutral: "bg-bg-3 text-ink",
  info: "bg-primary-bg text-primary",
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  danger: "bg-danger-bg text-danger",
};

const shapes: Record<Tone, Shape> = { neutral: "ring", info: "quarter", ok: "disc", warn: "half", danger: "triangle" };

type BadgeProps = { tone?: Tone; shape?: Shape | undefined; className?: string; word?: string; children?: ReactNode };

/** A state: icon, word and colour together, so that none of them carries it alone. */
export function Badge({ tone = "neutral", shape = shapes[tone], className, word, children = word }: BadgeProps) {
  return (
    <span className={classes("plate", grounds[tone], className)}>
      <Glyph shape={shape} />
      {children}
    </span>
  );
}
