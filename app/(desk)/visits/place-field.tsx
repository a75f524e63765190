"use client";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import type { VisitInput } from "@/lib/visits/forms";
import { nearby } from "@/lib/visits/rules-form";

/** 位置, where the author wants it: asked for by their own tap, rounded to about 100 m before anything keeps it. */
export function PlaceField<Out>({ form }: { form: UseFormReturn<VisitInput, unknown, Out> }) {
  const [state, setState] = useState<"ready" | "asking" | "none">("ready");
  const place = form.watch("place");
  const put = (value: VisitInput["place"]) => form.setValue("place", value ?? null, { shouldDirty: true });
  const ask = () => {
    setState("asking");
    const found = ({ coords }: GeolocationPosition) => {
      put({ lat: nearby(coords.latitude), lng: nearby(coords.longitude) });
      setState("ready");
    };
    navigator.geolocation.getCurrentPosition(found, () => setState("none"), { timeout: 10_000, maximumAge: 60_000 });
  };
  return (
    <div className="grid gap-1">
      <p className="font-semibold">位置 <span className="text-sm font-normal text-ink-2">选填，不作为考核依据</span></p>
      {place
        ? <p className="flex items-center justify-between gap-2">已附上，约 100 米内 <Button variant="quiet" onClick={() => put(null)}>去掉位置</Button></p>
        : <Button busy={state === "asking"} onClick={ask}>附上现在的位置</Button>}
      <p role="status" className="text-sm text-ink-2">{state === "none" && "没取到位置，不影响提交"}</p>
    </div>
  );
}
