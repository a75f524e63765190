"use server";
import { redirect } from "next/navigation";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/accounts/acts";
import { EndSessionForm, PasswordForm } from "@/lib/accounts/forms";
import { deskOfRequest, dropCookie } from "@/lib/gate/session";

export const changePassword = action(PasswordForm, acts.changePassword);
export const endSession = action(EndSessionForm, acts.endSession);

/** Nothing is asked and nothing handed in: whoever sends this is the one to be signed out. */
async function leave(end: typeof acts.signOutHere): Promise<never> {
  const desk = await deskOfRequest();
  if (desk) await end(desk);
  await dropCookie();
  redirect("/sign-in");
}

export async function signOutHere(): Promise<void> {
  await leave(acts.signOutHere);
}

export async function signOutEverywhere(): Promise<void> {
  await leave(acts.signOutEverywhere);
}
