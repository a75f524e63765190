-- Why:  the first tables of the town.
-- Does: people, places, households, visits, problems, imports, the ledger; the full-text index over visit accounts
--       (drizzle-kit cannot write virtual tables) and two triggers that keep the ledger append-only.
-- Old rows: there are none.
-- Back: delete the data folder.
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`village_id` text NOT NULL,
	`grid_id` text,
	`household_id` text,
	`place_id` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_person` ON `assignments` (`person_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `assignments_village` ON `assignments` (`village_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `assignments_grid` ON `assignments` (`grid_id`);--> statement-breakpoint
CREATE INDEX `assignments_household` ON `assignments` (`household_id`,`ended_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_once` ON `assignments` (`person_id`,`place_id`) WHERE ended_on is null;--> statement-breakpoint
CREATE TABLE `enterprises` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`name` text NOT NULL,
	`search_key` text NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enterprises_name` ON `enterprises` (`name`);--> statement-breakpoint
CREATE INDEX `enterprises_village` ON `enterprises` (`village_id`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`page` text DEFAULT '' NOT NULL,
	`says` text NOT NULL,
	`at` integer NOT NULL,
	`due_on` text NOT NULL,
	`answer` text,
	`answered_by_id` text,
	`answered_at` integer,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_author` ON `feedback` (`author_id`,`id`);--> statement-breakpoint
CREATE INDEX `feedback_answered_by` ON `feedback` (`answered_by_id`);--> statement-breakpoint
CREATE INDEX `feedback_open` ON `feedback` (`answered_at`,`due_on`,`id`);--> statement-breakpoint
CREATE TABLE `fact_values` (
	`id` text PRIMARY KEY NOT NULL,
	`fact_id` text NOT NULL,
	`household_id` text NOT NULL,
	`kind` text NOT NULL,
	`says` text NOT NULL,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_values_kind" CHECK("fact_values"."kind" in ('income', 'difficulty', 'door'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fact_values_fact` ON `fact_values` (`fact_id`);--> statement-breakpoint
CREATE INDEX `fact_values_household` ON `fact_values` (`household_id`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`recorded_by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`replaced_at` integer,
	`replaces_id` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facts_kind" CHECK("facts"."kind" in ('income', 'difficulty', 'door')),
	CONSTRAINT "facts_topic" CHECK("facts"."topic" in ('farming', 'outside_work', 'local_work', 'business', 'pension', 'breeding', 'rent', 'employment', 'eldercare', 'schooling', 'housing', 'neighbours', 'travel', 'door', 'other')),
	CONSTRAINT "facts_source" CHECK("facts"."source" in ('visit', 'import', 'exam', 'file'))
);
--> statement-breakpoint
CREATE INDEX `facts_household` ON `facts` (`household_id`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `facts_recorded_by` ON `facts` (`recorded_by_id`);--> statement-breakpoint
CREATE TABLE `householders` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`search_key` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `householders_household` ON `householders` (`household_id`);--> statement-breakpoint
CREATE TABLE `households` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`grid_id` text,
	`code` text NOT NULL,
	`masked_name` text NOT NULL,
	`group_name` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`last_visited_on` text,
	`last_visited_by_id` text,
	`visit_due_on` text NOT NULL,
	`left_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_visited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `households_code` ON `households` (`village_id`,`code`);--> statement-breakpoint
CREATE INDEX `households_village_due` ON `households` (`village_id`,`visit_due_on`,`id`);--> statement-breakpoint
CREATE INDEX `households_due` ON `households` (`visit_due_on`,`id`);--> statement-breakpoint
CREATE INDEX `households_grid` ON `households` (`grid_id`);--> statement-breakpoint
CREATE INDEX `households_last_visited_by` ON `households` (`last_visited_by_id`);--> statement-breakpoint
CREATE TABLE `member_names` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`household_id` text NOT NULL,
	`name` text NOT NULL,
	`minor` integer DEFAULT false NOT NULL,
	`birth_year` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_names_member` ON `member_names` (`member_id`);--> statement-breakpoint
CREATE INDEX `member_names_household` ON `member_names` (`household_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`kinship` text NOT NULL,
	`masked_name` text NOT NULL,
	`minor` integer DEFAULT false NOT NULL,
	`left_on` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_kinship" CHECK("members"."kinship" in ('householder', 'spouse', 'son', 'daughter', 'son_in_law', 'daughter_in_law', 'father', 'mother', 'grandson', 'granddaughter', 'other'))
);
--> statement-breakpoint
CREATE INDEX `members_household` ON `members` (`household_id`,`id`);--> statement-breakpoint
CREATE TABLE `phones` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`number` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phones_household` ON `phones` (`household_id`);--> statement-breakpoint
CREATE TABLE `unmaskings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`household_id` text NOT NULL,
	`field` text NOT NULL,
	`reason` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unmaskings_field" CHECK("unmaskings"."field" in ('name', 'members', 'facts', 'phone')),
	CONSTRAINT "unmaskings_reason" CHECK("unmaskings"."reason" in ('contact', 'verify', 'request', 'exam', 'subject', 'other'))
);
--> statement-breakpoint
CREATE INDEX `unmaskings_person` ON `unmaskings` (`person_id`,`until`);--> statement-breakpoint
CREATE INDEX `unmaskings_household` ON `unmaskings` (`household_id`,`at`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	`fate` text NOT NULL,
	`column` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`subject_id` text,
	`before` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_rows_fate" CHECK("import_rows"."fate" in ('add', 'update', 'skip', 'error'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_line` ON `import_rows` (`import_id`,`line`);--> statement-breakpoint
CREATE INDEX `import_rows_fate` ON `import_rows` (`import_id`,`fate`,`line`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`state` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`errors` integer DEFAULT 0 NOT NULL,
	`undo_until` text,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_kind" CHECK("imports"."kind" in ('people', 'households')),
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('checked', 'running', 'done', 'undone', 'stopped'))
);
--> statement-breakpoint
CREATE INDEX `imports_by` ON `imports` (`by_id`,`id`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`changed` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_subject` ON `ledger` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_actor` ON `ledger` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_action` ON `ledger` (`action`,`seq`);--> statement-breakpoint
CREATE TABLE `ledger_heads` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairings_not_self" CHECK(mentor_id <> mentee_id),
	CONSTRAINT "pairings_two_ends" CHECK(ended_on is null or ended_on >= started_on)
);
--> statement-breakpoint
CREATE INDEX `pairings_mentor` ON `pairings` (`mentor_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `pairings_mentee` ON `pairings` (`mentee_id`,`started_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_one_open` ON `pairings` (`mentee_id`) WHERE ended_on is null;--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`activated_at` integer,
	`disabled_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_name` ON `accounts` (`name`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`password_hash` text,
	`password_changed_at` integer,
	`activation_hash` text,
	`activation_until` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_account` ON `credentials` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_activation` ON `credentials` (`activation_hash`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`staff_no` text,
	`sort_key` text NOT NULL,
	`search_key` text NOT NULL,
	`left_on` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_sort` ON `people` (`sort_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_staff_no` ON `people` (`staff_no`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`device` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`absolute_until` integer NOT NULL,
	`ended_at` integer,
	`cause` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `sessions_until` ON `sessions` (`absolute_until`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL,
	`locked_until` integer,
	`account_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_tries_account` ON `sign_in_tries` (`account_id`);--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`topic` text NOT NULL,
	`village_id` text NOT NULL,
	`household_id` text,
	`visit_id` text,
	`raised_by_id` text NOT NULL,
	`raised_at` integer NOT NULL,
	`state` text NOT NULL,
	`handler_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "problems_topic" CHECK("problems"."topic" in ('neighbours', 'eldercare', 'livelihood', 'environment', 'safety', 'other')),
	CONSTRAINT "problems_state" CHECK("problems"."state" in ('collected', 'triaged', 'assigned', 'accepted', 'in_progress', 'answered', 'callback', 'closed', 'refused', 'extended', 'suspended', 'redo', 'closed_unresolved'))
);
--> statement-breakpoint
CREATE INDEX `problems_raised` ON `problems` (`raised_at`,`id`);--> statement-breakpoint
CREATE INDEX `problems_state` ON `problems` (`state`,`raised_at`,`id`);--> statement-breakpoint
CREATE INDEX `problems_village` ON `problems` (`village_id`,`raised_at`,`id`);--> statement-breakpoint
CREATE INDEX `problems_household` ON `problems` (`household_id`);--> statement-breakpoint
CREATE INDEX `problems_visit` ON `problems` (`visit_id`);--> statement-breakpoint
CREATE INDEX `problems_raised_by` ON `problems` (`raised_by_id`);--> statement-breakpoint
CREATE INDEX `problems_handler` ON `problems` (`handler_id`);--> statement-breakpoint
CREATE TABLE `day_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`mark` text NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT "day_marks_mark" CHECK("day_marks"."mark" in ('holiday', 'makeup'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `day_marks_day` ON `day_marks` (`day`);--> statement-breakpoint
CREATE TABLE `town` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`demo` integer NOT NULL,
	`founded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grids` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grids_name` ON `grids` (`village_id`,`name`);--> statement-breakpoint
CREATE TABLE `villages` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`search_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`visit_every_days` integer DEFAULT 30 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "villages_kind" CHECK("villages"."kind" in ('village', 'community'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `villages_code` ON `villages` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `villages_name` ON `villages` (`name`);--> statement-breakpoint
CREATE INDEX `villages_sort` ON `villages` (`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `companions` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `companions_person` ON `companions` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `companions_once` ON `companions` (`visit_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `next_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`side` text NOT NULL,
	`words` text NOT NULL,
	`due_on` text,
	`done_on` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "next_steps_side" CHECK("next_steps"."side" in ('ours', 'theirs'))
);
--> statement-breakpoint
CREATE INDEX `next_steps_visit` ON `next_steps` (`visit_id`);--> statement-breakpoint
CREATE TABLE `presets` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`phrases` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presets_person` ON `presets` (`person_id`);--> statement-breakpoint
CREATE TABLE `village_weeks` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`week` text NOT NULL,
	`day_visits` integer DEFAULT 0 NOT NULL,
	`night_talks` integer DEFAULT 0 NOT NULL,
	`firm_visits` integer DEFAULT 0 NOT NULL,
	`missed` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `village_weeks_week` ON `village_weeks` (`week`);--> statement-breakpoint
CREATE UNIQUE INDEX `village_weeks_once` ON `village_weeks` (`village_id`,`week`);--> statement-breakpoint
CREATE TABLE `visit_docs` (
	`id` integer PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_docs_visit` ON `visit_docs` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`move` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_steps_move" CHECK("visit_steps"."move" in ('save', 'submit', 'resubmit', 'recall', 'approve', 'return', 'pass_on', 'reassign', 'unlock')),
	CONSTRAINT "visit_steps_from" CHECK("visit_steps"."from" in ('draft', 'submitted', 'returned', 'approved')),
	CONSTRAINT "visit_steps_to" CHECK("visit_steps"."to" in ('draft', 'submitted', 'returned', 'approved'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_steps_version` ON `visit_steps` (`visit_id`,`version`);--> statement-breakpoint
CREATE INDEX `visit_steps_actor` ON `visit_steps` (`actor_id`);--> statement-breakpoint
CREATE TABLE `visit_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`version` integer NOT NULL,
	`account` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_versions_version` ON `visit_versions` (`visit_id`,`version`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`kind` text NOT NULL,
	`household_id` text,
	`enterprise_id` text,
	`village_id` text NOT NULL,
	`visited_on` text NOT NULL,
	`slot` text NOT NULL,
	`week` text NOT NULL,
	`not_done` text,
	`topics` text NOT NULL,
	`account` text NOT NULL,
	`atmosphere` text,
	`matter` text,
	`next_visit_on` text,
	`state` text NOT NULL,
	`reviewer_id` text,
	`submitted_at` integer,
	`due_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`body_hash` text NOT NULL,
	`skewed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_kind" CHECK("visits"."kind" in ('household_day', 'night_talk', 'enterprise')),
	CONSTRAINT "visits_slot" CHECK("visits"."slot" in ('morning', 'afternoon', 'evening')),
	CONSTRAINT "visits_not_done" CHECK("visits"."not_done" in ('nobody_home', 'inconvenient', 'moved_away', 'wrong_address', 'weather', 'errand')),
	CONSTRAINT "visits_atmosphere" CHECK("visits"."atmosphere" in ('warm', 'plain', 'tense')),
	CONSTRAINT "visits_matter" CHECK("visits"."matter" in ('none', 'report', 'solved')),
	CONSTRAINT "visits_state" CHECK("visits"."state" in ('draft', 'submitted', 'returned', 'approved')),
	CONSTRAINT "visits_one_door" CHECK((household_id is null) <> (enterprise_id is null))
);
--> statement-breakpoint
CREATE INDEX `visits_author` ON `visits` (`author_id`,`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `visits_day` ON `visits` (`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `visits_state` ON `visits` (`state`,`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `visits_due` ON `visits` (`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `visits_reviewer` ON `visits` (`reviewer_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `visits_household` ON `visits` (`household_id`,`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `visits_enterprise` ON `visits` (`enterprise_id`,`visited_on`);--> statement-breakpoint
CREATE INDEX `visits_village` ON `visits` (`village_id`,`visited_on`,`id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `visit_words` USING fts5(grams, content='', contentless_delete=1, detail='none', tokenize='unicode61');--> statement-breakpoint
CREATE TRIGGER `ledger_no_update` BEFORE UPDATE ON `ledger` BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_no_delete` BEFORE DELETE ON `ledger` BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
