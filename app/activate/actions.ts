"use server";
import { attempt, type Outcome } from "@/app/_kit/action";
import { activateAccount } from "@/lib/accounts/acts-activation";
import { ActivateForm } from "@/lib/accounts/forms";
import { theTown } from "@/lib/gate/session";

/** The one action that needs no desk: the code is what proves who is asking. */
export async function activate(input: ActivateForm): Promise<Outcome<ActivateForm>> {
  return attempt(ActivateForm, input, (form) => activateAccount(theTown(), form, new Date()));
}
