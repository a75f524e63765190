-- Why:  a pairing is proposed and accepted, rests and goes on, has an agreement, talks, months and two words at its end.
-- Does: adds pairing_steps, agreements, goals, coaching_sessions, assessments and evaluations; pairings is rebuilt with
--       a state, the day by which a proposal is answered, and a handover note, and with checks that hold them together.
-- Old rows: what goes on is active, what has ended is ended; nothing else about them changes.
-- Back: drop the six tables; rebuild pairings without the three columns, leaving out what is proposed or declined.
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`month` text NOT NULL,
	`level` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`reply` text DEFAULT '' NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_level" CHECK(level between 1 and 5),
	CONSTRAINT "assessments_low_says_why" CHECK(level > 2 or length(trim(comment)) >= 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_once` ON `assessments` (`pairing_id`,`month`);--> statement-breakpoint
CREATE INDEX `assessments_mentor` ON `assessments` (`mentor_id`,`month`);--> statement-breakpoint
CREATE INDEX `assessments_mentee` ON `assessments` (`mentee_id`,`month`);--> statement-breakpoint
CREATE TABLE `coaching_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`held_on` text NOT NULL,
	`method` text NOT NULL,
	`topic` text NOT NULL,
	`account` text NOT NULL,
	`reverse` integer DEFAULT false NOT NULL,
	`visit_id` text,
	`problem_id` text,
	`learned` text DEFAULT '' NOT NULL,
	`next_step` text DEFAULT '' NOT NULL,
	`learned_at` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coaching_sessions_method" CHECK("coaching_sessions"."method" in ('case_study', 'assignment', 'hands_on', 'on_site', 'role_play', 'debrief')),
	CONSTRAINT "coaching_sessions_one_link" CHECK(visit_id is null or problem_id is null)
);
--> statement-breakpoint
CREATE INDEX `coaching_sessions_pairing` ON `coaching_sessions` (`pairing_id`,`held_on`,`id`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_mentor` ON `coaching_sessions` (`mentor_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_mentee` ON `coaching_sessions` (`mentee_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_visit` ON `coaching_sessions` (`visit_id`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_problem` ON `coaching_sessions` (`problem_id`);--> statement-breakpoint
CREATE TABLE `evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`by_id` text NOT NULL,
	`side` text NOT NULL,
	`fit` integer NOT NULL,
	`helped` text NOT NULL,
	`missed` text NOT NULL,
	`wish` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluations_side" CHECK("evaluations"."side" in ('mentor', 'mentee')),
	CONSTRAINT "evaluations_fit" CHECK(fit between 1 and 5),
	CONSTRAINT "evaluations_by_whom" CHECK(by_id = case side when 'mentor' then mentor_id else mentee_id end)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluations_once` ON `evaluations` (`pairing_id`,`side`);--> statement-breakpoint
CREATE INDEX `evaluations_mentor` ON `evaluations` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `evaluations_mentee` ON `evaluations` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `evaluations_by` ON `evaluations` (`by_id`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	`mentor_signed_at` integer,
	`mentee_signed_at` integer,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_pairing` ON `agreements` (`pairing_id`);--> statement-breakpoint
CREATE INDEX `agreements_mentor` ON `agreements` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `agreements_mentee` ON `agreements` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `agreements_changed_by` ON `agreements` (`changed_by_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`area` text NOT NULL,
	`place` integer NOT NULL,
	`words` text NOT NULL,
	`due_on` text,
	`reached_on` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goals_area" CHECK("goals"."area" in ('thought', 'work', 'conduct', 'people'))
);
--> statement-breakpoint
CREATE INDEX `goals_agreement` ON `goals` (`agreement_id`,`place`);--> statement-breakpoint
CREATE TABLE `pairing_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing_id` text NOT NULL,
	`move` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`expected_on` text,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairing_steps_move" CHECK("pairing_steps"."move" in ('propose', 'open', 'accept', 'decline', 'pause', 'resume', 'end')),
	CONSTRAINT "pairing_steps_from" CHECK("pairing_steps"."from" in ('proposed', 'declined', 'active', 'paused', 'ended')),
	CONSTRAINT "pairing_steps_to" CHECK("pairing_steps"."to" in ('proposed', 'declined', 'active', 'paused', 'ended'))
);
--> statement-breakpoint
CREATE INDEX `pairing_steps_pairing` ON `pairing_steps` (`pairing_id`,`at`);--> statement-breakpoint
CREATE INDEX `pairing_steps_actor` ON `pairing_steps` (`actor_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`answer_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`handover` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairings_state" CHECK("__new_pairings"."state" in ('proposed', 'declined', 'active', 'paused', 'ended')),
	CONSTRAINT "pairings_not_self" CHECK(mentor_id <> mentee_id),
	CONSTRAINT "pairings_two_ends" CHECK(ended_on is null or ended_on >= started_on or state = 'declined'),
	CONSTRAINT "pairings_over" CHECK((ended_on is null) = (state in ('proposed', 'active', 'paused')))
);
--> statement-breakpoint
INSERT INTO `__new_pairings`("id", "mentor_id", "mentee_id", "state", "started_on", "ended_on", "answer_by", "reason", "handover") SELECT "id", "mentor_id", "mentee_id", case when "ended_on" is null then 'active' else 'ended' end, "started_on", "ended_on", null, "reason", '' FROM `pairings`;--> statement-breakpoint
DROP TABLE `pairings`;--> statement-breakpoint
ALTER TABLE `__new_pairings` RENAME TO `pairings`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `pairings_mentor` ON `pairings` (`mentor_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `pairings_mentee` ON `pairings` (`mentee_id`,`started_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_one_open` ON `pairings` (`mentee_id`) WHERE ended_on is null;