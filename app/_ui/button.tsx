import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { To, type ToProps } from "@/app/_ui/to";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "tap" | "row";
type Look = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

const base =
  "inline-flex items-center justify-center gap-1.5 rounded-1 border text-center leading-tight whitespace-nowrap " +
  "transition-colors duration-100 disabled:border-line disabled:bg-bg-3 disabled:text-ink-2";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-primary bg-primary font-semibold text-on-primary hover:border-primary-strong hover:bg-primary-strong",
  secondary: "border-primary bg-bg text-primary hover:bg-primary-bg",
  quiet: "border-transparent text-primary hover:bg-primary-bg",
  danger: "border-danger bg-bg text-danger hover:bg-danger-bg",
};

const sizes: Record<ButtonSize, string> = {
  tap: "min-h-tap min-w-tap px-4 py-1 text-base",
  row: "min-h-tap min-w-tap px-2 py-0.5 text-sm lg:min-h-[calc(var(--row)-4px)] lg:min-w-8",
};

/** The look of a button, for the rare element that is neither a Button nor a LinkButton. */
export const buttonClass = ({ variant = "secondary", size = "tap", wide = false }: Look = {}) =>
  classes(base, variants[variant], sizes[size], wide && "w-full");

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { children: ReactNode; busy?: boolean };

/** Says verb + object. While `busy` it keeps width and focus, but a second press does nothing. */
export function Button({ busy = false, className, type = "button", onClick, ...more }: ButtonProps) {
  const { variant, size, wide, ...rest } = more;
  return (
    <button
      type={busy ? "button" : type}
      {...(busy ? { "aria-disabled": true, "aria-busy": true } : { onClick })}
      className={classes(look(variant, size, wide), busy && "cursor-progress opacity-75", className)}
      {...rest}
    />
  );
}

export function LinkButton({ variant, size, wide, className, ...rest }: ToProps & Look) {
  return <To className={classes(look(variant, size, wide), className)} {...rest} />;
}

const look = (variant?: ButtonVariant, size?: ButtonSize, wide?: boolean) =>
  buttonClass({ ...(variant && { variant }), ...(size && { size }), ...(wide && { wide }) });
