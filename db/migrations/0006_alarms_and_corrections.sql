-- Why:  who gets a review, is entered as away or has not talked for too long is told; a mentor may correct their word on a
--       month; and two pairings of one mentee at a time, or a verdict on one's own visit, are refused by the database too.
-- Does: adds earlier_assessments and corrected_at in assessments and evaluations; notices is rebuilt, because its kinds
--       and subjects have grown, with an index to purge by; adds four triggers by hand: two refuse overlapping periods (a
--       declined one never held), two a verdict by the visit's author.
-- Old rows: all stay as they are; the triggers look only at what is written from now on.
-- Back: drop the table, the columns, the index and the triggers; rebuild notices without the kinds and subjects, and
--       without their rows.
-- Later: a table that is built anew loses its triggers. Whoever rebuilds visits drops visit_steps_by_other_* first, for
--       they name it; and makes them again at the end.
CREATE TABLE `earlier_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`level` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "earlier_assessments_level" CHECK(level between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX `earlier_assessments_assessment` ON `earlier_assessments` (`assessment_id`,`until`);--> statement-breakpoint
CREATE INDEX `earlier_assessments_mentor` ON `earlier_assessments` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `earlier_assessments_mentee` ON `earlier_assessments` (`mentee_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	`show_at` integer NOT NULL,
	`read_at` integer,
	`done_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind" CHECK("__new_notices"."kind" in ('visit_returned', 'visit_remarked', 'visit_unlocked', 'parked_handed', 'parked_settled', 'stand_in', 'pairing_proposed', 'pairing_answered', 'pairing_changed', 'agreement_waiting', 'coached', 'assessed', 'review_handed', 'absence_entered', 'first_talk_due', 'talk_due', 'assessment_due', 'assessment_replied', 'topic_joined', 'topic_moved', 'scoring_waits', 'follow_up_given', 'result_published')),
	CONSTRAINT "notices_subject" CHECK("__new_notices"."subject" in ('visit', 'parked', 'absence', 'pairing', 'topic', 'defence'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "kind", "subject", "subject_id", "actor_id", "at", "show_at", "read_at", "done_at") SELECT "id", "person_id", "kind", "subject", "subject_id", "actor_id", "at", "show_at", "read_at", "done_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`done_at`,`show_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `notices_actor` ON `notices` (`actor_id`);--> statement-breakpoint
CREATE INDEX `notices_done` ON `notices` (`done_at`);--> statement-breakpoint
ALTER TABLE `assessments` ADD `corrected_at` integer;--> statement-breakpoint
ALTER TABLE `evaluations` ADD `corrected_at` integer;--> statement-breakpoint
CREATE TRIGGER `pairings_no_overlap_insert` BEFORE INSERT ON `pairings` WHEN NEW.`state` <> 'declined' AND EXISTS (
	SELECT 1 FROM `pairings` `p` WHERE `p`.`mentee_id` = NEW.`mentee_id` AND `p`.`id` <> NEW.`id` AND `p`.`state` <> 'declined'
	AND `p`.`started_on` <= coalesce(NEW.`ended_on`, '9999-12-31') AND coalesce(`p`.`ended_on`, '9999-12-31') >= NEW.`started_on`
) BEGIN SELECT RAISE(ABORT, 'pairings of one mentee overlap'); END;--> statement-breakpoint
CREATE TRIGGER `pairings_no_overlap_update` BEFORE UPDATE OF `mentee_id`, `state`, `started_on`, `ended_on` ON `pairings` WHEN NEW.`state` <> 'declined' AND EXISTS (
	SELECT 1 FROM `pairings` `p` WHERE `p`.`mentee_id` = NEW.`mentee_id` AND `p`.`id` <> NEW.`id` AND `p`.`state` <> 'declined'
	AND `p`.`started_on` <= coalesce(NEW.`ended_on`, '9999-12-31') AND coalesce(`p`.`ended_on`, '9999-12-31') >= NEW.`started_on`
) BEGIN SELECT RAISE(ABORT, 'pairings of one mentee overlap'); END;--> statement-breakpoint
CREATE TRIGGER `visit_steps_by_other_insert` BEFORE INSERT ON `visit_steps` WHEN NEW.`move` IN ('approve', 'return', 'pass_on') AND NEW.`actor_id` = (SELECT `author_id` FROM `visits` WHERE `id` = NEW.`visit_id`) BEGIN SELECT RAISE(ABORT, 'nobody reviews their own visit'); END;--> statement-breakpoint
CREATE TRIGGER `visit_steps_by_other_update` BEFORE UPDATE OF `move`, `actor_id`, `visit_id` ON `visit_steps` WHEN NEW.`move` IN ('approve', 'return', 'pass_on') AND NEW.`actor_id` = (SELECT `author_id` FROM `visits` WHERE `id` = NEW.`visit_id`) BEGIN SELECT RAISE(ABORT, 'nobody reviews their own visit'); END;
