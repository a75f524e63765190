type Code = "not-found" | "forbidden" | "conflict" | "invalid";

/**
 * An expected "no", worded for the person who asked. Anything else that is thrown is a bug: it is
 * logged with its stack, and the person sees only `app/error.tsx`.
 */
export class Refusal extends Error {
  private constructor(
    readonly code: Code,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = "Refusal";
  }

  /** Also said of what exists but may not be seen: a stranger learns nothing. */
  static notFound = (what: string) => new Refusal("not-found", `没有找到${what}，可能已被撤回，或不对你开放`);
  static forbidden = (message = "这件事要由党建办来做，需要的话联系党建办") => new Refusal("forbidden", message);
  static conflict = (message: string) => new Refusal("conflict", message);
  static invalid = (field: string, message: string) => new Refusal("invalid", message, field);
}
