import type { UnmaskField } from "@/lib/words/household";
import type { Role } from "@/lib/words/person";
import { heldBy, type LittleTown, menteeOf, placeOf, standInOf, stateOf } from "./little-town";

type Visit = LittleTown["visits"][number];
type Pairing = LittleTown["pairings"][number];

/** The rules of sight, said once more in plain words and without a database. People and things are numbers. */
export function inPlainWords(town: LittleTown, me: number) {
  const is = (...roles: Role[]) => roles.some((role) => town.roles[me]!.includes(role));
  const posts = town.posts.filter(({ period }) => period.holds);
  const placesOf = (person: number, kind: string) => posts.filter((post) => post.person === person && post.kind === kind).map(placeOf);
  const menteesOf = (mentor: number) => town.pairings.filter((pairing) => pairing.mentor === mentor && heldBy(pairing)).map(menteeOf);
  const mentees = menteesOf(me);
  /** Whose visits I answer for somebody who is away: mentors and the office may be asked to. */
  const stoodIn = town.absences.filter((away) => away.span.holds && standInOf(away) === me && is("mentor", "office"))
    .flatMap(({ person }) => menteesOf(person).map((author) => ({ reviewer: person, author })));
  const followedBy = [...mentees, ...stoodIn.map(({ author }) => author)];
  const kept = (home: number) => placesOf(me, "home").includes(home);
  const inMyVillage = (home: number) => placesOf(me, "village").includes(town.homes[home]!.village) || placesOf(me, "grid").includes(town.homes[home]!.grid ?? -1);
  const opened = (home: number, field: UnmaskField) => town.opened.some((one) => one.person === me && one.home === home && one.field === field && one.still);
  const barred = is("admin", "auditor");
  const sitsThere = (home: number) => is("villageCadre", "gridMember") && inMyVillage(home);

  const household = (home: number) => !barred && (is("office") || kept(home) || inMyVillage(home)
    || mentees.some((mentee) => placesOf(mentee, "home").includes(home))
    || town.visits.some((visit) => visit.home === home && [me, ...followedBy].includes(visit.author)));

  const followed = ({ author, state, reviewer }: Visit) => author === me || (state !== "draft" && (is("office") || mentees.includes(author) || reviewer === me
    || stoodIn.some((one) => one.author === author && one.reviewer === reviewer)));
  const visit = (one: Visit) => !barred && (followed(one)
    || (!is("office") && one.state === "approved" && (is("leader") || kept(one.home) || sitsThere(one.home))));

  return {
    household, visit,
    householder: (home: number) => !barred && (is("office") || kept(home) || sitsThere(home) || opened(home, "name")),
    phone: (home: number) => !barred && opened(home, "phone"),
    /** A child's name is opened, never simply there, and only to those who serve the house. */
    memberName: (home: number, minor: boolean) => !barred && (minor
      ? opened(home, "members") && (kept(home) || (is("villageCadre") && inMyVillage(home)))
      : kept(home) || opened(home, "members")),
    factValue: (home: number, kind: string) => !barred && (kept(home) || opened(home, "facts") || (kind === "door" && (is("office") || inMyVillage(home)))),
    problem: ({ by, handler, home }: LittleTown["problems"][number]) => !barred && (is("office", "leader") || by === me || handler === me
      || followedBy.includes(by) || placesOf(me, "village").includes(town.homes[home]!.village)),
    ...ofPairs(town, me),
    trail: (one: Visit) => !barred && followed(one),
    remark: ({ by, sent, visit: nth }: LittleTown["remarks"][number]) => by === me || (sent && !barred && followed(town.visits[nth]!)),
    photo: (one: Visit) => !barred && (followed(one)
      || (one.state === "approved" && (kept(one.home) || (is("villageCadre") && placesOf(me, "village").includes(town.homes[one.home]!.village))))),
    absence: (away: LittleTown["absences"][number]) => is("office") || away.person === me || standInOf(away) === me,
  };
}

/** Of a 结对: the two of them, the office, and of its course and its goals the leader too. */
function ofPairs(town: LittleTown, me: number) {
  const is = (...roles: Role[]) => roles.some((role) => town.roles[me]!.includes(role));
  const ofTwo = (pairing: Pairing) => pairing.mentor === me || menteeOf(pairing) === me;
  const pairing = (one: Pairing) => is("office", "leader") || one.mentor === me || (menteeOf(one) === me && stateOf(one) !== "declined");
  return {
    pairing,
    agreement: (one: Pairing) => is("office", "leader") || ofTwo(one),
    between: (one: Pairing) => is("office") || ofTwo(one),
    /** Neither of the two reads the other's word before their own is in, be they in the office. */
    evaluation: (one: Pairing, side: "mentor" | "mentee") =>
      ofTwo(one) ? one.said.length === 2 || (side === "mentor" ? one.mentor : menteeOf(one)) === me : is("office"),
  };
}
