"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { HouseholdLeaving, HouseholdReturn, MemberLeaving } from "@/lib/households/forms";
import { leavingReason } from "@/lib/words/household";
import { leaveHousehold, memberLeaves, takeBackHousehold } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

type Household = { householdId: string; version: number };
type Dated = { today: string };

export function LeaveButton(props: Household & Dated) {
  return (
    <FormDialog label="这户不再走访" title="这户不再走访" size="row" variant="danger">
      {(close) => <Leave {...props} close={close} />}
    </FormDialog>
  );
}

function Leave({ householdId, version, today, close }: Household & Dated & { close: () => void }) {
  const { register, submit, errors, isSubmitting } = useActionForm(HouseholdLeaving, leaveHousehold, () => ({ householdId, version, leftOn: today }), close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-sm text-ink-2">档案和走访日志都留着，只是不再出现在名单和提醒里。以后可以恢复。</p>
      <Chips legend="为什么" options={leavingReason.options} error={errors.why?.message} {...register("why")} />
      <Field label="从哪天起" id="leftOn" error={errors.leftOn?.message}><input type="date" max={today} {...register("leftOn")} /></Field>
      <FormFoot label="不再走访这户" busy={isSubmitting} said={errors.root?.message} variant="danger" />
    </form>
  );
}

export function TakeBackButton({ householdId, version }: Household) {
  const { submit, errors, isSubmitting } = useActionForm(HouseholdReturn, takeBackHousehold, () => ({ householdId, version }));
  return (
    <form onSubmit={submit} className="grid gap-2">
      <FormFoot label="恢复走访这户" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

type Member = { householdId: string; memberId: string; name: string };

export function MemberLeavesButton(props: Member & Dated) {
  return (
    <FormDialog label="移出" title={`移出家庭成员 ${props.name}`} size="row" variant="quiet">
      {(close) => <MemberLeaves {...props} close={close} />}
    </FormDialog>
  );
}

function MemberLeaves({ householdId, memberId, today, close }: Member & Dated & { close: () => void }) {
  const { register, submit, errors, isSubmitting } = useActionForm(MemberLeaving, memberLeaves, () => ({ householdId, memberId, leftOn: today }), close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Chips legend="为什么" options={leavingReason.options} error={errors.why?.message} {...register("why")} />
      <Field label="从哪天起" id="leftOn" error={errors.leftOn?.message}><input type="date" max={today} {...register("leftOn")} /></Field>
      <FormFoot label="移出这位成员" busy={isSubmitting} said={errors.root?.message} variant="danger" />
    </form>
  );
}
