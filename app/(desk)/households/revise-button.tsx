"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { HouseholdRevision } from "@/lib/households/forms";
import type { GridChoice } from "@/lib/households/reads";
import { reviseHousehold } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

export type Revisable = { householdId: string; version: number; householder: string; address: string; groupName: string; gridId: string };
type Props = { home: Revisable; grids: readonly GridChoice[] };

export function ReviseButton(props: Props) {
  return (
    <FormDialog label="修改基本情况" title="修改基本情况" size="row">
      {(close) => <ReviseForm {...props} close={close} />}
    </FormDialog>
  );
}

function ReviseForm({ home, grids, close }: Props & { close: () => void }) {
  const blank = () => ({ ...home, phone: "", dropPhone: false });
  const { register, submit, errors, isSubmitting } = useActionForm(HouseholdRevision, reviseHousehold, blank, close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="户主" id="householder" hint="换成家里另一位的姓名，就是换户主" error={errors.householder?.message}>
        <input type="text" autoComplete="off" {...register("householder")} />
      </Field>
      <Field label="住址" id="address" error={errors.address?.message}>
        <input type="text" autoComplete="off" {...register("address")} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="组" id="groupName" optional error={errors.groupName?.message}>
          <input type="text" autoComplete="off" {...register("groupName")} />
        </Field>
        <GridField grids={grids} error={errors.gridId?.message} select={register("gridId")} />
      </div>
      <Field label="新的联系电话" id="phone" hint="留空就不改" optional error={errors.phone?.message}>
        <input type="tel" inputMode="tel" autoComplete="off" {...register("phone")} />
      </Field>
      <Check label="删掉现在的号码" {...register("dropPhone")} />
      <FormFoot label="保存基本情况" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

type GridFieldProps = { grids: readonly GridChoice[]; error: string | undefined; select: React.ComponentProps<"select"> };

export function GridField({ grids, error, select }: GridFieldProps) {
  return (
    <Field label="网格" id="gridId" optional error={error}>
      <select {...select}>
        <option value="">还没分网格</option>
        {grids.map((grid) => <option key={grid.id} value={grid.id}>{grid.name}</option>)}
      </select>
    </Field>
  );
}
