/** Joins class names, leaving out what is not wanted now. */
export const classes = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(" ");
