import type { Store } from "@/db/store";
import { activate } from "@/lib/gate/activation";
import { Refusal } from "@/lib/kernel/refusal";
import type { ActivateForm } from "./forms";
import { wordsOf } from "./reads";
import { gapsInWords, passwordGaps } from "./rules";

/** 开通账号: a first password, or a new one, with the code from the admin's sheet. Done without a desk: nobody is known yet. */
export const activateAccount = (store: Store, { account, code, fresh }: ActivateForm, now: Date): Promise<void> =>
  activate(store, { account, code, password: fresh }, now, (owner, name) => {
    const gaps = passwordGaps(fresh, wordsOf(owner, name));
    if (gaps.length) throw Refusal.invalid("fresh", gapsInWords(gaps));
  });
