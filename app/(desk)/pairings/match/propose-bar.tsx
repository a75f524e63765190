"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { type Id, newId } from "@/lib/kernel/id";
import type { Pair } from "@/lib/pairings/rules-plan";
import { proposeMatch } from "./actions";

type Props = { pairs: readonly Pair[]; from: string; onSent: (count: number) => void };
type State = { busy: boolean; no?: string | undefined; day?: string | undefined };

/** All pairs from one day, in one press. A refusal leaves everything on the page as it is. */
export function ProposeBar({ pairs, from, onSent }: Props) {
  const [startedOn, setStartedOn] = useState(from);
  const [{ busy, no, day }, setState] = useState<State>({ busy: false });
  const idFor = useIds();
  const propose = async () => {
    setState({ busy: true });
    const sending = pairs.map(({ mentee, mentor }) => ({ id: idFor(`${mentee.id} ${mentor.id}`), menteeId: mentee.id, mentorId: mentor.id }));
    const outcome = await proposeMatch({ startedOn, pairs: sending }).catch(() => undefined);
    if (outcome?.ok) onSent(sending.length);
    setState({ busy: false, ...(!outcome?.ok && { no: outcome ? (outcome.message ?? outcome.fields.pairs) : "没能连上服务器，配好的还在这页上，过一会儿再点", day: outcome?.fields.startedOn }) });
  };
  return (
    <div className="lg:sticky lg:bottom-0 lg:z-10 lg:-mx-1 lg:bg-bg-2 lg:px-1 lg:py-2">
      {no && <Refused>{no}</Refused>}
      <FieldError id="startedOn" error={day} />
      <ActionRow>
        <label className="flex items-center gap-2">
          <span className="flex-none font-semibold max-lg:sr-only">从哪天起</span>
          <input type="date" value={startedOn} onChange={(event) => setStartedOn(event.target.value)} aria-describedby="startedOn-error" aria-invalid={day ? true : undefined} />
        </label>
        <Button variant="primary" busy={busy} disabled={pairs.length === 0} onClick={() => void propose()}>提出这 {pairs.length} 对结对</Button>
      </ActionRow>
    </div>
  );
}

/** Once, when it appears: whoever mends the plan below is not carried back to it. */
const intoView = (box: HTMLDivElement | null) => box?.scrollIntoView({ block: "center" });

function Refused({ children }: { children: string }) {
  const router = useRouter();
  return (
    <div className="mb-2" ref={intoView}>
      <Notice tone="danger" title="没能提出" action={<Button size="row" onClick={() => router.refresh()}>刷新名单</Button>}>{children}。改好这一对，或者刷新名单，手动配好的会留着</Notice>
    </div>
  );
}

/** The same pair sent again is the same pairing. */
function useIds() {
  const ids = useRef(new Map<string, Id<"pairing">>());
  return (pair: string) => {
    const id = ids.current.get(pair) ?? newId<"pairing">();
    ids.current.set(pair, id);
    return id;
  };
}
