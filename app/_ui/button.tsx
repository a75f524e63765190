import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { To, type ToProps } from "@/app/_ui/to";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "tap" | "row";
type Look = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

/** The look of a button, for the rare element that is neither a Button nor a LinkButton. */
export const buttonClass = ({ variant = "secondary", size = "tap", wide = false }: Look = {}) =>
  `button button-${variant} button-${size}${wide ? " w-full" : ""}`;

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
