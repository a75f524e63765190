-- Why:  a reviewer remarks on single sentences, takes a verdict back within seconds, and is stood in for while away.
-- Does: adds visit_comments and absences; visit_steps is rebuilt, because its moves now know `undo`.
-- Old rows: visit_steps keeps every row as it is.
-- Back: drop both tables; rebuild visit_steps without `undo`, whose rows say `reassign` then.
CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`stand_in_id` text,
	`started_on` text NOT NULL,
	`ended_on` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "absences_not_self" CHECK(stand_in_id is null or stand_in_id <> person_id),
	CONSTRAINT "absences_two_ends" CHECK(ended_on >= started_on)
);
--> statement-breakpoint
CREATE INDEX `absences_person` ON `absences` (`person_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `absences_stand_in` ON `absences` (`stand_in_id`,`ended_on`);--> statement-breakpoint
CREATE TABLE `visit_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`author_id` text NOT NULL,
	`version` integer NOT NULL,
	`quote` text NOT NULL,
	`before` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_comments_state" CHECK("visit_comments"."state" in ('pending', 'sent'))
);
--> statement-breakpoint
CREATE INDEX `visit_comments_visit` ON `visit_comments` (`visit_id`,`at`);--> statement-breakpoint
CREATE INDEX `visit_comments_author` ON `visit_comments` (`author_id`,`state`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_visit_steps` (
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
	CONSTRAINT "visit_steps_move" CHECK("__new_visit_steps"."move" in ('save', 'submit', 'resubmit', 'recall', 'approve', 'return', 'pass_on', 'reassign', 'unlock', 'undo')),
	CONSTRAINT "visit_steps_from" CHECK("__new_visit_steps"."from" in ('draft', 'submitted', 'returned', 'approved')),
	CONSTRAINT "visit_steps_to" CHECK("__new_visit_steps"."to" in ('draft', 'submitted', 'returned', 'approved'))
);
--> statement-breakpoint
INSERT INTO `__new_visit_steps`("id", "visit_id", "move", "from", "to", "actor_id", "at", "note", "version") SELECT "id", "visit_id", "move", "from", "to", "actor_id", "at", "note", "version" FROM `visit_steps`;--> statement-breakpoint
DROP TABLE `visit_steps`;--> statement-breakpoint
ALTER TABLE `__new_visit_steps` RENAME TO `visit_steps`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `visit_steps_version` ON `visit_steps` (`visit_id`,`version`);--> statement-breakpoint
CREATE INDEX `visit_steps_actor` ON `visit_steps` (`actor_id`);