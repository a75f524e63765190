"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { Id } from "@/lib/kernel/id";
import { endAbsence } from "../visits/actions";

/** Back earlier: from now on the stand-in answers nothing more. */
export function EndAbsence({ absenceId }: { absenceId: Id<"absence"> }) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const press = async () => {
    setState({ busy: true });
    const outcome = await endAbsence({ absenceId }).catch(() => undefined);
    setState({ busy: false, no: outcome?.ok ? undefined : ((outcome && "message" in outcome && outcome.message) || "没能连上服务器，过一会儿再试") });
  };
  return (
    <>
      <Button size="row" busy={state.busy} onClick={() => void press()}>结束代批阅</Button>
      {state.no && <p role="alert" className="basis-full text-danger">▲ {state.no}</p>}
    </>
  );
}
