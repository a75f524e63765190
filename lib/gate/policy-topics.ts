import type { Row } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Actor } from "./actor";
import { makes, office, on } from "./policy-kit";

/* Who may do what with a 课题, its defence and its exhibition; a part of policy.ts. */

/** G, and the office that leads it all. */
const ofGroup = (me: Actor, t: { topicId: Id<"topic"> }) => me.is("office") || (me.inTopic(t.topicId) && !me.is("admin", "auditor"));
/** J, at a defence where they sit; that they need not stand back is asked in the deed. */
const judges = (me: Actor, t: { defenceId: Id<"defence"> }) => me.is("judge", "mentor", "villageCadre", "office", "leader") && me.judges(t.defenceId);
const ownSheet = (me: Actor, sheet: Row<"sheets">) => sheet.personId === me.id && judges(me, sheet);
/** Nobody of the group, now or before, has a hand in its defence; and nobody who judges there in how it ends. */
const outside = (me: Actor, d: { topicId: Id<"topic"> }) => !me.everTopicIds.includes(d.topicId);
const apart = (me: Actor, d: Row<"defences">) => outside(me, d) && !me.judges(d.id);
const arranges = (me: Actor, d: Row<"defences">) => me.is("office") && outside(me, d);
const ends = (me: Actor, d: Row<"defences">) => me.is("office") && apart(me, d);
/** Who ended the scoring does not publish it: two people have looked. */
const secondPerson = (me: Actor, d: Row<"defences">) => me.is("office", "leader") && apart(me, d) && d.closedById !== me.id;

export const beginnings = {
  "topic.open": makes("topics", office),
  "topic.join": makes("topicMembers", office),
  "topic.note": makes("topicNotes", (me, note) => note.authorId === me.id && ofGroup(me, note)),
  "milestone.add": makes("milestones", ofGroup),
  "evidence.link": makes("topicEvidence", (me, one) => one.addedById === me.id && ofGroup(me, one)),
  "deliverable.add": makes("deliverables", ofGroup),
  "deliverable.send": makes("deliverableVersions", (me, one) => one.byId === me.id && ofGroup(me, one)),
  "gateItem.add": makes("gateItems", office),
  "defence.plan": makes("defences", arranges),
  "sheet.begin": makes("sheets", ownSheet),
  "question.ask": makes("questions", (me, one) => me.is("office") || (one.askedById === me.id && judges(me, one))),
  "exhibition.plan": makes("exhibitions", office),
  "exhibit.enter": makes("exhibits", office),
  "ballot.cast": makes("ballots", (me, ballot) => ballot.personId === me.id && !me.is("admin", "auditor")),
};

export const changes = {
  "topic.revise": on("topics", (me, topic) => ofGroup(me, { topicId: topic.id })),
  "topic.tick": on("topics", (me, topic) => ofGroup(me, { topicId: topic.id })),
  "topic.move": on("topics", office),
  "topic.plan": on("topics", office),
  "topic.stop": on("topics", office),
  "topic.resume": on("topics", office),
  "topic.leave": on("topicMembers", office),
  /** Upon oneself: what leaves the house is written down with who took it. */
  "topic.export": on("people", (me, person) => me.is("office") && person.id === me.id),
  "milestone.revise": on("milestones", ofGroup),
  "milestone.finish": on("milestones", ofGroup),
  "milestone.drop": on("milestones", ofGroup),
  "evidence.unlink": on("topicEvidence", ofGroup),
  "gateItem.retire": on("gateItems", office),
  "defence.revise": on("defences", arranges),
  "defence.open": on("defences", arranges),
  "defence.close": on("defences", ends),
  "defence.publish": on("defences", secondPerson),
  "defence.reopen": on("defences", ends),
  "sheet.mark": on("sheets", ownSheet),
  "sheet.submit": on("sheets", ownSheet),
  "sheet.reopen": on("sheets", (me, sheet) => me.is("office") && sheet.personId !== me.id && !me.judges(sheet.defenceId)),
  "question.give": on("questions", ofGroup),
  "question.answer": on("questions", ofGroup),
  "exhibition.revise": on("exhibitions", office),
  "exhibition.open": on("exhibitions", office),
  "exhibition.close": on("exhibitions", office),
  "exhibit.revise": on("exhibits", office),
  "exhibit.withdraw": on("exhibits", office),
};
