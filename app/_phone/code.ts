/** Digits as a Chinese keyboard may give them. */
export const digitsIn = (typed: string): string => typed.normalize("NFKC").replace(/\s/g, "");

/** What the first thief tries: one digit six times, a run upwards or downwards, a pair over and over. */
export const isEasy = (code: string): boolean =>
  /^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$/.test(code) || "01234567890".includes(code) || "09876543210".includes(code);
