import type { FieldErrors, Resolver } from "react-hook-form";
import type { VisitForm, VisitInput } from "@/lib/visits/forms";
import { gapsIn } from "@/lib/visits/rules-form";

const fetched = () => import("./check");
/** While the page is being read, so that it is there before it is needed. */
export const fetchCheck = (): void => void fetched().catch(() => undefined);

/**
 * The check is 20 kB that no first look at the form needs, so it is fetched behind it. Where the network has gone
 * before it came, what is missing is still said here, and the rest by the server.
 */
export const checked: Resolver<VisitInput, unknown, VisitForm> = async (values, context, options) => {
  const found = await fetched().catch(() => undefined);
  if (found) return found.check(values, context, options);
  const gaps = gapsIn(values).map(({ field, message }) => [field, { type: "missing", message }] as const);
  const errors = Object.fromEntries(gaps) as FieldErrors<VisitInput>;
  return gaps.length > 0 ? { values: {}, errors } : { values: values as VisitForm, errors: {} };
};
