/*
 * Who may do what, as a table: the review copy of lib/gate/policy.ts, which tests/desk/policy.test.ts holds it to.
 * A household assigned to me today · V in my village (of a grid member: grid) today · M my mentee's today · O I wrote it
 * S about me · G my 课题组 · J I sit among the judges (of a sheet: and it is mine) · X I examine · E I am examined · * any · `:n` not if I am its author or it is about me · `:j` not where I judge · `:g` not of my own group · `:e` not where I am examined · `:x` not where I examine · - nobody of this role.
 */
export const columns = ["cadre", "mentor", "villageCadre", "gridMember", "examiner", "office", "leader", "admin", "auditor"] as const;

/** Of a new thing. Whoever makes it is its author. */
export const begins = `
person.add             | -     | -     | - | - | - | *   | - | - | -
village.add            | -     | -     | - | - | - | *   | - | - | -
grid.add               | -     | -     | - | - | - | *   | - | - | -
assignment.open        | -     | -     | - | - | - | *   | - | - | -
pairing.open           | -     | -     | - | - | - | *   | - | - | -
pairing.propose        | -     | -     | - | - | - | *   | - | - | -
agreement.draft        | S     | M     | - | - | - | -   | - | - | -
coaching.add           | -     | M     | - | - | - | -   | - | - | -
assessment.write       | -     | M     | - | - | - | -   | - | - | -
evaluation.give        | S     | S M   | - | - | - | -   | - | - | -
enterprise.add         | -     | -     | - | - | - | *   | - | - | -
household.add          | -     | -     | V | - | - | *   | - | - | -
visit.save             | A V   | A V   | V | V | - | -   | - | - | -
visit.submit           | A V   | A V   | V | V | - | -   | - | - | -
visit.park             | *     | *     | * | * | * | -   | - | - | -
problem.raise          | A V   | A V   | V | V | - | *   | - | - | -
presets.keep           | -     | S     | - | - | - | S   | - | - | -
absence.open           | -     | S     | - | - | - | *   | - | - | -
topic.open             | -     | -     | - | - | - | *   | - | - | -
topic.join             | -     | -     | - | - | - | *   | - | - | -
topic.note             | G     | G     | G | G | G | *   | G | - | -
milestone.add          | G     | G     | G | G | G | *   | G | - | -
evidence.link          | G     | G     | G | G | G | *   | G | - | -
deliverable.add        | G     | G     | G | G | G | *   | G | - | -
deliverable.send       | G     | G     | G | G | G | *   | G | - | -
gateItem.add           | -     | -     | - | - | - | *   | - | - | -
defence.plan           | -     | -     | - | - | - | *:g | - | - | -
sheet.begin            | -     | J     | J | - | - | J   | J | - | -
question.ask           | -     | J     | J | - | - | *   | J | - | -
exhibition.plan        | -     | -     | - | - | - | *   | - | - | -
exhibit.enter          | -     | -     | - | - | - | *   | - | - | -
ballot.cast            | S     | S     | S | S | S | S   | S | - | -
quiz.plan              | -     | -     | - | - | - | *:e | - | - | -
quizPlan.commit        | -     | -     | - | - | - | *   | - | - | -
draw.keep              | -     | -     | - | - | * | -   | - | - | -
redraw.ask             | -     | -     | - | - | * | -   | - | - | -
sheet.hand             | -     | -     | - | - | * | -   | - | - | -
quizResult.keep        | -     | -     | - | - | * | *   | - | - | -
appeal.make            | *     | -     | * | * | - | -   | - | - | -
peek.note              | S     | S     | S | S | S | S   | S | S | S
fact.propose           | *     | *     | * | * | * | *   | - | - | -
practice.answer        | S     | S     | S | S | - | -   | - | - | -
suggestion.answer      | S     | S     | S | S | - | -   | - | - | -
suggestion.weigh       | -     | -     | - | - | - | *   | - | - | -
calendar.mark          | -     | -     | - | - | - | *   | - | - | -
feedback.say           | S     | S     | S | S | S | S   | S | S | S
import.check           | -     | -     | - | - | - | *   | - | - | -
`;

/** Of a thing already seen. */
export const changes = `
person.revise          | -     | -     | - | - | - | *   | - | - | -
person.leave           | -     | -     | - | - | - | *:n | - | - | -
skills.keep            | S     | S     | - | - | - | *   | - | - | -
village.revise         | -     | -     | - | - | - | *   | - | - | -
assignment.end         | -     | -     | - | - | - | *   | - | - | -
pairing.end            | -     | -     | - | - | - | *   | - | - | -
pairing.accept         | -     | S M   | - | - | - | -   | - | - | -
pairing.decline        | -     | S M   | - | - | - | -   | - | - | -
pairing.pause          | -     | -     | - | - | - | *   | - | - | -
pairing.resume         | -     | -     | - | - | - | *   | - | - | -
agreement.revise       | S     | M     | - | - | - | -   | - | - | -
agreement.markGoal     | -     | M     | - | - | - | -   | - | - | -
pairing.sign           | S     | M     | - | - | - | -   | - | - | -
coaching.learn         | S     | -     | - | - | - | -   | - | - | -
assessment.reply       | S     | -     | - | - | - | -   | - | - | -
assessment.correct     | -     | M     | - | - | - | -   | - | - | -
evaluation.correct     | S     | S     | - | - | - | -   | - | - | -
household.revise       | A     | -     | V | V | - | *   | - | - | -
household.leave        | -     | -     | V | - | - | *   | - | - | -
household.unmask       | A     | M     | V | - | - | *   | - | - | -
household.revealPhone  | A     | -     | V | V | - | *   | - | - | -
visit.save             | O     | O     | O | O | - | -   | - | - | -
visit.submit           | O     | O     | O | O | - | -   | - | - | -
visit.resubmit         | O     | O     | O | O | - | -   | - | - | -
visit.recall           | O     | O     | O | O | - | -   | - | - | -
visit.discard          | O     | O     | O | O | - | -   | - | - | -
visit.approve          | -     | M:n   | - | - | - | *:n | - | - | -
visit.return           | -     | M:n   | - | - | - | *:n | - | - | -
visit.passOn           | -     | M:n   | - | - | - | *:n | - | - | -
visit.undoReview       | -     | M:n   | - | - | - | *:n | - | - | -
visit.remark           | -     | M:n   | - | - | - | *:n | - | - | -
visit.sendRemarks      | -     | M:n   | - | - | - | *:n | - | - | -
visit.reassign         | -     | -     | - | - | - | *   | - | - | -
visit.unlock           | -     | -     | - | - | - | *:n | - | - | -
parked.handOver        | O     | O     | O | O | O | -   | - | - | -
parked.withdraw        | O     | O     | O | O | O | -   | - | - | -
parked.admit           | A V   | A V   | V | V | - | *:n | - | - | -
parked.decline         | A V   | A V   | V | V | - | *:n | - | - | -
absence.end            | -     | S     | - | - | - | *   | - | - | -
photo.keep             | O     | O     | O | O | - | -   | - | - | -
photo.remove           | -     | -     | - | - | - | *   | - | - | -
topic.revise           | G     | G     | G | G | G | *   | G | - | -
topic.tick             | G     | G     | G | G | G | *   | G | - | -
topic.plan             | -     | -     | - | - | - | *   | - | - | -
topic.move             | -     | -     | - | - | - | *   | - | - | -
topic.stop             | -     | -     | - | - | - | *   | - | - | -
topic.resume           | -     | -     | - | - | - | *   | - | - | -
topic.leave            | -     | -     | - | - | - | *   | - | - | -
topic.export           | -     | -     | - | - | - | S   | - | - | -
milestone.revise       | G     | G     | G | G | G | *   | G | - | -
milestone.finish       | G     | G     | G | G | G | *   | G | - | -
milestone.drop         | G     | G     | G | G | G | *   | G | - | -
evidence.unlink        | G     | G     | G | G | G | *   | G | - | -
gateItem.retire        | -     | -     | - | - | - | *   | - | - | -
defence.revise         | -     | -     | - | - | - | *:g | - | - | -
defence.open           | -     | -     | - | - | - | *:g | - | - | -
defence.close          | -     | -     | - | - | - | *:gj| - | - | -
defence.publish        | -     | -     | - | - | - | *:gj| *:gj | - | -
defence.reopen         | -     | -     | - | - | - | *:gj| - | - | -
sheet.mark             | -     | J     | J | - | - | J   | J | - | -
sheet.submit           | -     | J     | J | - | - | J   | J | - | -
sheet.reopen           | -     | -     | - | - | - | *:nj | - | - | -
question.give          | G     | G     | G | G | G | *   | G | - | -
question.answer        | G     | G     | G | G | G | *   | G | - | -
exhibition.revise      | -     | -     | - | - | - | *   | - | - | -
exhibition.open        | -     | -     | - | - | - | *   | - | - | -
exhibition.close       | -     | -     | - | - | - | *   | - | - | -
exhibit.revise         | -     | -     | - | - | - | *   | - | - | -
exhibit.withdraw       | -     | -     | - | - | - | *   | - | - | -
quiz.commit            | -     | -     | - | - | X | -   | - | - | -
quiz.draw              | -     | -     | - | - | X | -   | - | - | -
quiz.release           | -     | -     | - | - | X | -   | - | - | -
quiz.cancel            | -     | -     | - | - | - | *:e | - | - | -
redraw.decide          | -     | -     | - | - | *:n | *:n | - | - | -
quiz.redraw            | -     | -     | - | - | - | *:ex | - | - | -
quizPlan.draw          | -     | -     | - | - | - | *   | - | - | -
quizPlan.cancel        | -     | -     | - | - | - | *   | - | - | -
appeal.decide          | -     | -     | - | - | - | *:n | - | - | -
fact.decide            | A     | -     | V | V | - | *   | - | - | -
calendar.unmark        | -     | -     | - | - | - | *   | - | - | -
feedback.answer        | -     | -     | - | - | - | *   | - | - | -
import.apply           | -     | -     | - | - | - | *   | - | - | -
import.undo            | -     | -     | - | - | - | *   | - | - | -
account.issueActivation| -     | -     | - | - | - | -   | - | *:n | -
account.disable        | -     | -     | - | - | - | -   | - | *:n | -
account.enable         | -     | -     | - | - | - | -   | - | *:n | -
account.unlock         | -     | -     | - | - | - | -   | - | *:n | -
account.rename         | -     | -     | - | - | - | *   | - | - | -
account.changePassword | S     | S     | S | S | S | S   | S | S | S
session.end            | S     | S     | S | S | S | S   | S | *   | S
pack.take              | S     | S     | S | S | - | -   | - | -   | -
notice.done            | S     | S     | S | S | S | S   | S | S   | S
`;

export const relations = ["S", "O", "A", "V", "M", "G", "J", "X", "E", "none"] as const;
export type Relation = (typeof relations)[number];
type Column = (typeof columns)[number];

/** action → role → cell */
export function read(table: string): Map<string, Record<Column, string>> {
  const rows = table.trim().split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(rows.map(([action, ...cells]) => {
    if (cells.length !== columns.length) throw new Error(`${action} has ${cells.length} cells`);
    return [action!, Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Record<Column, string>];
  }));
}

/** Whether a cell lets that relation through. */
export function lets(cell: string, relation: Relation): boolean {
  return cell.split(/\s+/).some((token) => {
    const [letter, flags = ""] = token.split(":");
    if (flags.includes("n") && (relation === "O" || relation === "S")) return false;
    if ((flags.includes("e") && relation === "E") || (flags.includes("x") && relation === "X")) return false;
    if ((flags.includes("j") && relation === "J") || (flags.includes("g") && relation === "G")) return false;
    return letter === "*" || letter === relation;
  });
}
