import type { Role } from "@/lib/words/person";
import { dayCol, id, index, instant, int, json, optionalRef, ref, str, table, uniqueIndex } from "../columns";

/** 人员: everyone with a seat here. Accounts and secrets are tables of their own. */
export const people = table(
  "people",
  {
    id: id<"person">(),
    name: str("name").notNull(),
    roles: json<Role[]>("roles").notNull(),
    department: str("department").notNull().default(""),
    title: str("title").notNull().default(""),
    /** 工号 from the town's own list: what an import recognises a person by. */
    staffNo: str("staff_no"),
    /** Pinyin, for sorting as a telephone list does: SQLite sorts Chinese by code point. */
    sortKey: str("sort_key").notNull(),
    /** Name, pinyin and initials, for search. */
    searchKey: str("search_key").notNull(),
    leftOn: dayCol("left_on"),
    version: int("version").notNull().default(1),
  },
  (t) => [index("people_sort").on(t.sortKey, t.id), uniqueIndex("people_staff_no").on(t.staffNo)],
);

/** 账号: the name a person signs in with. Seen by its owner, the office and the admin. */
export const accounts = table(
  "accounts",
  {
    id: id<"account">(),
    personId: ref<"person">("person_id", () => people.id),
    name: str("name").notNull(),
    activatedAt: instant("activated_at"),
    disabledAt: instant("disabled_at"),
  },
  (t) => [uniqueIndex("accounts_person").on(t.personId), uniqueIndex("accounts_name").on(t.name)],
);

/** Secrets of an account: read by the gate alone, shown to nobody. */
export const credentials = table(
  "credentials",
  {
    id: id<"credential">(),
    accountId: ref<"account">("account_id", () => accounts.id),
    passwordHash: str("password_hash"),
    passwordChangedAt: instant("password_changed_at"),
    activationHash: str("activation_hash"),
    activationUntil: instant("activation_until"),
  },
  (t) => [uniqueIndex("credentials_account").on(t.accountId), uniqueIndex("credentials_activation").on(t.activationHash)],
);

/** 登录会话: the JWT names one of these rows; ending the row ends the session at the next request. */
export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the session's secret number: who reads this table cannot become anybody. */
    id: id<"session">(),
    personId: ref<"person">("person_id", () => people.id),
    device: str("device").notNull(),
    startedAt: instant("started_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    idleUntil: instant("idle_until").notNull(),
    absoluteUntil: instant("absolute_until").notNull(),
    endedAt: instant("ended_at"),
    cause: str("cause"),
  },
  (t) => [index("sessions_person").on(t.personId, t.endedAt), index("sessions_until").on(t.absoluteUntil)],
);

/** Wrong passwords, counted for names that exist and names that do not alike. `id` is a hash of the name typed. */
export const signInTries = table("sign_in_tries", {
  id: id<"tries">(),
  count: int("count").notNull(),
  since: instant("since").notNull(),
  lockedUntil: instant("locked_until"),
  accountId: optionalRef<"account">("account_id", () => accounts.id),
}, (t) => [index("sign_in_tries_account").on(t.accountId)]);
