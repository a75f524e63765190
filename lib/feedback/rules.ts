/** Working days within which everything said here is answered. */
export const ANSWER_DAYS = 5;
