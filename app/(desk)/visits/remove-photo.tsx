"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import type { Id } from "@/lib/kernel/id";
import { RemovePhotoForm } from "@/lib/photos/forms";
import { removePhoto } from "./actions";

/** The office takes down what should not be there, and says why. */
export function RemovePhoto({ photoId, close }: { photoId: Id<"photo">; close: () => void }) {
  const { register, submit, errors, isSubmitting } = useActionForm(RemovePhotoForm, removePhoto, () => ({ photoId, reason: "" }), close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-2 border-t border-line pt-3">
      <Field label="为什么删除" id="reason" error={errors.reason?.message ?? errors.root?.message}><input {...register("reason")} /></Field>
      <Button type="submit" variant="danger" busy={isSubmitting}>删除这张照片</Button>
    </form>
  );
}
