import type { Desk } from "@/lib/gate/desk";
import type { VisitInFull } from "@/lib/visits/reads-one";
import { VisitBody } from "../visits/visit-body";
import { VisitDeeds } from "../visits/visit-deeds";
import { VisitHistory } from "../visits/visit-history";

/** The desk's right side: the visit, the answer, its history. */
export function ReviewPane({ desk, full }: { desk: Desk; full: VisitInFull }) {
  return (
    <section aria-label="正在看的走访日志" key={full.visit.id} className="grid items-start gap-2.5 max-lg:hidden xl:grid-cols-[1fr_18rem]">
      <div className="grid gap-2.5">
        <VisitBody full={full} mine={false} />
        <VisitDeeds key={`${full.visit.id}:${full.visit.version}`} desk={desk} full={full} />
      </div>
      <VisitHistory full={full} />
    </section>
  );
}
