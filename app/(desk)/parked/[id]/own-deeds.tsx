"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { handOverParked, withdrawParked } from "../actions";

/** The author's, wherever they sign in: the phone it was written on may be lost. */
export function OwnDeeds({ parkedId, keeper }: { parkedId: string; keeper: string | undefined }) {
  const router = useRouter();
  const [said, setSaid] = useState<{ busy: boolean; no?: string }>({ busy: false });
  const press = async (send: typeof handOverParked, then?: () => void) => {
    setSaid({ busy: true });
    const outcome = await send({ parkedId }).catch(() => undefined);
    setSaid(outcome?.ok ? { busy: false } : { busy: false, no: outcome?.message ?? "没能连上服务器，过一会儿再试" });
    if (outcome?.ok) then?.();
  };
  return (
    <div className="flex flex-wrap gap-2">
      {keeper && <Button variant="primary" busy={said.busy} onClick={() => void press(handOverParked)}>转交给 {keeper}</Button>}
      <Button variant="danger" busy={said.busy} onClick={() => void press(withdrawParked, () => router.replace("/outbox"))}>撤回这一条</Button>
      {said.no && <p role="alert" className="basis-full text-danger">▲ {said.no}</p>}
    </div>
  );
}
