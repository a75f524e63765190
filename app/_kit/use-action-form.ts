"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type * as z from "zod/mini";
import type { Outcome } from "./action";
import { useCheckedForm } from "./use-checked-form";

/** A form that is checked by its schema in the browser and once more by the server. */
export const useActionForm = <Input extends FieldValues, Form>(
  schema: z.core.$ZodType<Form, Input>,
  send: (input: Input) => Promise<Outcome<Input>>,
  blank: () => DefaultValues<Input>,
  done?: (sent: Input) => boolean | void,
) => useCheckedForm(zodResolver(schema), send, blank, done);
