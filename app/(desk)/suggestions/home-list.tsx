import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";
import type { SuggestedHome } from "@/lib/suggestions/reads";
import { AcceptButton, NotNowButton } from "./answers";

/** One household and why, with what can be done about it. */
function HomeLine({ home: { id, name, place, code, kept, why }, children }: { home: SuggestedHome; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-[14em]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <To href={`/households/${id}`} className="link inline-flex min-h-tap items-center font-semibold lg:min-h-0">{name} 户</To>
          {kept && <Badge tone="info" shape="disc" word="我包的户" />}
        </p>
        <p>{why}</p>
        <p className="text-sm text-ink-2">{place} · 户号 {code}</p>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-1 gap-y-1">{children}</div>
    </li>
  );
}

export const SuggestedLine = ({ home }: { home: SuggestedHome }) => (
  <HomeLine home={home}>
    <NotNowButton householdId={home.id} name={`${home.name} 户`} />
    <AcceptButton householdId={home.id} name={`${home.name} 户`} />
  </HomeLine>
);

/** Taken up: it stays until somebody has been there. */
export const PlannedLine = ({ home }: { home: SuggestedHome }) => (
  <HomeLine home={home}>
    <NotNowButton householdId={home.id} name={`${home.name} 户`} label="不去了" />
    <LinkButton href={`/visits/new?household=${home.id}`} variant="primary" aria-label={`记走访：${home.name} 户`}>记走访</LinkButton>
  </HomeLine>
);
