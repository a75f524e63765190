"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { AgreementForm, type AgreementInput } from "@/lib/pairings/forms-terms";
import { MOST_GOALS } from "@/lib/pairings/rules";
import { goalArea, type GoalArea } from "@/lib/words/pairing";
import { Done, FormEnd, keep } from "../../people/form-end";
import { draftAgreement } from "../actions";

type Drafted = { id: string; area: GoalArea; words: string; dueOn: string | null };
type Props = { pairingId: string; drafted?: { id: string; version: number; goals: readonly Drafted[]; confirmed: boolean } | undefined };

export const AgreementButton = (props: Props) => (
  <DialogButton label={props.drafted ? "修改协议" : "写协议"} title="结对协议" wide variant={props.drafted ? "secondary" : "primary"}>
    <AgreementFields {...props} />
  </DialogButton>
);

/** Three lines an area, whether written or not: an empty one is no goal, and the next one shows when it is written. */
const linesOf = (goals: readonly Drafted[]): AgreementInput["goals"] =>
  goalArea.values.flatMap((area) => {
    const own = goals.filter((goal) => goal.area === area).map(({ id, words, dueOn }) => ({ id, area, words, dueOn }));
    return [...own, ...Array.from({ length: MOST_GOALS - own.length }, () => ({ id: newId<"goal">(), area, words: "", dueOn: null }))];
  });

function AgreementFields({ pairingId, drafted }: Props) {
  const blank = () => ({ id: drafted?.id ?? newId<"agreement">(), pairingId, version: drafted?.version ?? 0, goals: linesOf(drafted?.goals ?? []) });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(AgreementForm, draftAgreement, blank, keep);
  const written = form.watch("goals").map(({ words }) => !!words);
  if (sent) return <Done title="协议存好了">两个人各自看过，点“确认协议”就定下来</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {drafted?.confirmed && <Notice tone="warn">改了以后，两个人要重新确认。</Notice>}
      {goalArea.values.map((area, place) => (
        <fieldset key={area} className="grid gap-1.5">
          <legend className="mb-1 font-semibold">{goalArea.label(area)} <span className="text-sm font-normal text-ink-2">1 到 {MOST_GOALS} 条，每条最多 60 字，日期选填</span></legend>
          {Array.from({ length: MOST_GOALS }, (_, line) => {
            const at = place * MOST_GOALS + line;
            if (line > 0 && !written[at] && !written[at - 1]) return null;
            const error = errors.goals?.[at]?.words?.message;
            return (
              <div key={at} className="grid gap-1.5 sm:grid-cols-[1fr_10rem]">
                <input aria-label={`${goalArea.label(area)}目标 ${line + 1}`} aria-invalid={!!error} {...register(`goals.${at}.words`)} />
                <input type="date" aria-label={`${goalArea.label(area)}目标 ${line + 1} 的日期`} className="max-sm:mb-2" {...register(`goals.${at}.dueOn`, { setValueAs: (v: string | null) => v || null })} />
                {error && <p role="alert" className="text-sm text-danger sm:col-span-2">▲ {error}</p>}
              </div>
            );
          })}
        </fieldset>
      ))}
      <FormEnd submit="存下协议" busy={isSubmitting} refused={errors.root?.message ?? errors.goals?.message} />
    </form>
  );
}
