/** The list of one cadre as a person with nothing but SQL would ask it: what both bare servers answer with. */
export const LIST = `
  select v.id, v.visited_on, v.kind, v.state, v.not_done, v.account, v.due_at, p.name author, g.name village,
         e.name firm, h.masked_name, o.name householder, h.code
    from visits v
    join people p on p.id = v.author_id
    join villages g on g.id = v.village_id
    left join households h on h.id = v.household_id
    left join householders o on o.household_id = v.household_id
    left join enterprises e on e.id = v.enterprise_id
   where v.author_id = (select person_id from accounts where name = ?)
   order by v.visited_on desc, v.id desc
   limit 25`;

export const INSERT = `
  insert into visits (id, author_id, kind, household_id, village_id, visited_on, slot, week, topics, account, matter, state,
                      submitted_at, due_at, body_hash)
  values (@id, (select person_id from accounts where name = @author), @kind, @householdId,
          (select village_id from households where id = @householdId), @visitedOn, @slot, @week, @topics, @account, @matter,
          'submitted', @at, @at + 172800000, '')`;

/** What a visit's form becomes in a row. */
export const rowOf = (form, author) => ({
  id: form.id, author, kind: form.kind, householdId: form.householdId, visitedOn: form.visitedOn, slot: form.slot, week: "2026-W01",
  topics: JSON.stringify(form.topics), account: form.account, matter: form.matter, at: Date.now(),
});

export const FIELDS = ["visited_on", "kind", "village", "householder", "author", "account", "state"];
