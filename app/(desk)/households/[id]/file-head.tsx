import { LinkButton } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/page-head";
import type { HouseholdFile } from "@/lib/households/reads-file";
import { StateOf } from "../household-list";

/** Whose door, where, how long ago; and the one thing to do. */
export function FileHead({ file, writes }: { file: HouseholdFile; writes: boolean }) {
  const { village, groupName, code, visited } = file;
  const write = writes && !file.leftOn && <LinkButton variant="primary" href={`/visits/new?household=${file.id}`}>记走访</LinkButton>;
  const meta = <>{village.name} {groupName} · {code} · 上次走访：{visited} <StateOf row={{ ...file, everyDays: village.everyDays, mine: false }} /></>;
  return <PageHead title={`${file.name} 户`} back={{ href: "/households", label: "回到农户" }} actions={write} meta={meta} />;
}
