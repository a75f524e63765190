import { idFrom } from "@/lib/kernel/id";
import type { DirectoryFilter } from "@/lib/people/reads";
import { role } from "@/lib/words/person";

export type Params = Record<string, string | string[] | undefined>;

export const firstOf = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim().slice(0, 100);

/** An address with what is set in it, and no more. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The whole state of the directory is its address; what an address gets wrong is left out. */
export function askedOf(params: Params) {
  const query = { q: firstOf(params.q), role: firstOf(params.role), village: firstOf(params.village), show: firstOf(params.show), after: firstOf(params.after) };
  const [chosen, villageId, after] = [role.from(query.role), idFrom<"village">(query.village), idFrom<"person">(query.after)];
  const filter: DirectoryFilter = {
    ...(query.q && { q: query.q }),
    ...(chosen && { role: chosen }),
    ...(villageId && { villageId }),
    ...(query.show === "unpaired" && { unpaired: true }),
    ...(query.show === "left" && { left: true }),
    ...(after && { after }),
  };
  const filtered = !!(query.q || chosen || villageId || filter.unpaired || filter.left);
  return { query, filter, filtered };
}
