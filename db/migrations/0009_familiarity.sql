-- Why:  村情熟悉度: households are drawn and village cadres examined at the door, the file is mended by what is learnt
--       there and on visits, and each cadre practises and is told whom to visit next.
-- Does: adds plans, quizzes, frozen frames with their secrets, draws, redraws, keys, sheets, marks, results and appeals;
--       proposals for the household file; practice cards and answers; suggestions and their weights. Notices is rebuilt,
--       because its kinds and subjects have grown. Triggers, by hand: what was frozen, drawn or released never changes.
-- Old rows: all stay as they are.
-- Back: drop the triggers and the tables; rebuild notices without the kinds and subjects, and without their rows.
-- Later: a table that is built anew loses its triggers: frames, quiz_keys and quiz_results have two each, draws has two.
CREATE TABLE `practice_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`card_id` text NOT NULL,
	`remembered` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`card_id`) REFERENCES `practice_cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_answers_person` ON `practice_answers` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `practice_answers_card` ON `practice_answers` (`card_id`);--> statement-breakpoint
CREATE TABLE `practice_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`household_id` text NOT NULL,
	`heading` text NOT NULL,
	`learnt_of` text NOT NULL,
	`due_at` integer NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`phase` integer NOT NULL,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_cards_heading` ON `practice_cards` (`person_id`,`household_id`,`heading`);--> statement-breakpoint
CREATE INDEX `practice_cards_due` ON `practice_cards` (`person_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `practice_cards_household` ON `practice_cards` (`household_id`);--> statement-breakpoint
CREATE TABLE `suggestion_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`household_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text,
	`words` text DEFAULT '' NOT NULL,
	`day` text NOT NULL,
	`until_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestion_answers_answer" CHECK("suggestion_answers"."answer" in ('accepted', 'not_now')),
	CONSTRAINT "suggestion_answers_reason" CHECK("suggestion_answers"."reason" in ('just_been', 'nobody_home', 'others_go', 'no_time', 'other')),
	CONSTRAINT "suggestion_answers_why" CHECK((answer = 'not_now') = (reason is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_answers_day` ON `suggestion_answers` (`person_id`,`household_id`,`day`);--> statement-breakpoint
CREATE INDEX `suggestion_answers_until` ON `suggestion_answers` (`person_id`,`until_on`);--> statement-breakpoint
CREATE INDEX `suggestion_answers_household` ON `suggestion_answers` (`household_id`);--> statement-breakpoint
CREATE TABLE `suggestion_weights` (
	`id` text PRIMARY KEY NOT NULL,
	`overdue` integer NOT NULL,
	`weak` integer NOT NULL,
	`owed` integer NOT NULL,
	`flagged` integer NOT NULL,
	`set_by_id` text,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestion_weights_between" CHECK(min(overdue, weak, owed, flagged) >= 0 and max(overdue, weak, owed, flagged) <= 10)
);
--> statement-breakpoint
CREATE INDEX `suggestion_weights_set` ON `suggestion_weights` (`set_at`,`id`);--> statement-breakpoint
CREATE INDEX `suggestion_weights_set_by` ON `suggestion_weights` (`set_by_id`);--> statement-breakpoint
CREATE TABLE `fact_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`village_id` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text,
	`says` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`visit_id` text,
	`quiz_id` text,
	`based_on_id` text,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	`why` text DEFAULT '' NOT NULL,
	`fact_id` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`based_on_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_proposals_kind" CHECK("fact_proposals"."kind" in ('members', 'income', 'difficulty', 'door')),
	CONSTRAINT "fact_proposals_topic" CHECK("fact_proposals"."topic" in ('farming', 'outside_work', 'local_work', 'business', 'pension', 'breeding', 'rent', 'employment', 'eldercare', 'schooling', 'housing', 'neighbours', 'travel', 'door', 'other')),
	CONSTRAINT "fact_proposals_source" CHECK("fact_proposals"."source" in ('visit', 'import', 'exam', 'file')),
	CONSTRAINT "fact_proposals_state" CHECK("fact_proposals"."state" in ('open', 'accepted', 'declined'))
);
--> statement-breakpoint
CREATE INDEX `fact_proposals_household` ON `fact_proposals` (`household_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_state` ON `fact_proposals` (`state`,`proposed_at`,`id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_village` ON `fact_proposals` (`village_id`,`state`);--> statement-breakpoint
CREATE INDEX `fact_proposals_visit` ON `fact_proposals` (`visit_id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_quiz` ON `fact_proposals` (`quiz_id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_based_on` ON `fact_proposals` (`based_on_id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_fact` ON `fact_proposals` (`fact_id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_proposed_by` ON `fact_proposals` (`proposed_by_id`);--> statement-breakpoint
CREATE INDEX `fact_proposals_decided_by` ON `fact_proposals` (`decided_by_id`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`items` text NOT NULL,
	`words` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	`why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appeals_state" CHECK("appeals"."state" in ('open', 'upheld', 'dismissed')),
	CONSTRAINT "appeals_by_other" CHECK(decided_by_id is null or decided_by_id <> by_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_quiz` ON `appeals` (`quiz_id`);--> statement-breakpoint
CREATE INDEX `appeals_state` ON `appeals` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_by` ON `appeals` (`by_id`);--> statement-breakpoint
CREATE INDEX `appeals_decided_by` ON `appeals` (`decided_by_id`);--> statement-breakpoint
CREATE TABLE `quiz_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text NOT NULL,
	`draw_id` text NOT NULL,
	`household_id` text NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`as_of` text,
	`says` text NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draw_id`) REFERENCES `draws`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_keys_item" CHECK("quiz_keys"."item" in ('members', 'income', 'difficulty', 'door')),
	CONSTRAINT "quiz_keys_state" CHECK("quiz_keys"."state" in ('verified', 'unclear', 'missing', 'contested'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_keys_item` ON `quiz_keys` (`draw_id`,`item`);--> statement-breakpoint
CREATE INDEX `quiz_keys_quiz` ON `quiz_keys` (`quiz_id`);--> statement-breakpoint
CREATE INDEX `quiz_keys_household` ON `quiz_keys` (`household_id`);--> statement-breakpoint
CREATE TABLE `quiz_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`item` text NOT NULL,
	`points` integer,
	`wrong_key` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `quiz_sheets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_marks_item" CHECK("quiz_marks"."item" in ('members', 'income', 'difficulty', 'door')),
	CONSTRAINT "quiz_marks_points" CHECK((points is null or points between 0 and 3) and (not wrong_key or points is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_marks_item` ON `quiz_marks` (`sheet_id`,`item`);--> statement-breakpoint
CREATE TABLE `quiz_results` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text NOT NULL,
	`round` integer NOT NULL,
	`earned` integer NOT NULL,
	`countable` integer NOT NULL,
	`items` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`mac` text NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_results_earned" CHECK(earned between 0 and countable)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_results_round` ON `quiz_results` (`quiz_id`,`round`);--> statement-breakpoint
CREATE INDEX `quiz_results_by` ON `quiz_results` (`by_id`);--> statement-breakpoint
CREATE TABLE `quiz_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text NOT NULL,
	`draw_id` text NOT NULL,
	`examiner_id` text NOT NULL,
	`found` text,
	`minutes` integer,
	`words` text DEFAULT '' NOT NULL,
	`finished_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`body_hash` text NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draw_id`) REFERENCES `draws`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`examiner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_sheets_found" CHECK("quiz_sheets"."found" in ('found', 'helped', 'lost')),
	CONSTRAINT "quiz_sheets_minutes" CHECK(minutes between 0 and 600)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_sheets_once` ON `quiz_sheets` (`draw_id`,`examiner_id`);--> statement-breakpoint
CREATE INDEX `quiz_sheets_quiz` ON `quiz_sheets` (`quiz_id`);--> statement-breakpoint
CREATE INDEX `quiz_sheets_examiner` ON `quiz_sheets` (`examiner_id`);--> statement-breakpoint
CREATE TABLE `draws` (
	`id` text PRIMARY KEY NOT NULL,
	`frame_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`number` text NOT NULL,
	`village_id` text,
	`household_id` text,
	`pairs` text,
	`drawn_by_id` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`mac` text NOT NULL,
	FOREIGN KEY (`frame_id`) REFERENCES `frames`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draws_attempt" CHECK(attempt between 1 and 3),
	CONSTRAINT "draws_of_one" CHECK((household_id is null) <> (pairs is null) and (household_id is null) = (village_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draws_attempt` ON `draws` (`frame_id`,`attempt`);--> statement-breakpoint
CREATE INDEX `draws_village` ON `draws` (`village_id`);--> statement-breakpoint
CREATE INDEX `draws_household` ON `draws` (`household_id`);--> statement-breakpoint
CREATE INDEX `draws_drawn_by` ON `draws` (`drawn_by_id`);--> statement-breakpoint
CREATE TABLE `frame_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`frame_id` text NOT NULL,
	`secret` text NOT NULL,
	`revealed_at` integer,
	FOREIGN KEY (`frame_id`) REFERENCES `frames`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frame_secrets_frame` ON `frame_secrets` (`frame_id`);--> statement-breakpoint
CREATE TABLE `frames` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text,
	`plan_id` text,
	`text` text NOT NULL,
	`mac` text NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `quiz_plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "frames_of_one" CHECK((quiz_id is null) <> (plan_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frames_quiz` ON `frames` (`quiz_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `frames_plan` ON `frames` (`plan_id`);--> statement-breakpoint
CREATE TABLE `peeks` (
	`id` text PRIMARY KEY NOT NULL,
	`quiz_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `peeks_quiz` ON `peeks` (`quiz_id`,`at`);--> statement-breakpoint
CREATE INDEX `peeks_person` ON `peeks` (`person_id`);--> statement-breakpoint
CREATE TABLE `quiz_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`size` integer NOT NULL,
	`state` text DEFAULT 'committed' NOT NULL,
	`frame_hash` text NOT NULL,
	`secret_hash` text NOT NULL,
	`committed_by_id` text NOT NULL,
	`committed_at` integer NOT NULL,
	`drawn_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`committed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_plans_state" CHECK("quiz_plans"."state" in ('committed', 'drawn', 'cancelled')),
	CONSTRAINT "quiz_plans_size" CHECK(size between 1 and 500)
);
--> statement-breakpoint
CREATE INDEX `quiz_plans_committed` ON `quiz_plans` (`committed_at`,`id`);--> statement-breakpoint
CREATE INDEX `quiz_plans_committed_by` ON `quiz_plans` (`committed_by_id`);--> statement-breakpoint
CREATE TABLE `quizzes` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text,
	`examinee_id` text NOT NULL,
	`examiner_id` text NOT NULL,
	`second_examiner_id` text,
	`state` text DEFAULT 'planned' NOT NULL,
	`planned_by_id` text NOT NULL,
	`planned_at` integer NOT NULL,
	`frame_hash` text,
	`frame_size` integer,
	`secret_hash` text,
	`committed_at` integer,
	`drawn_at` integer,
	`over_at` integer,
	`pack_taken_at` integer,
	`released_at` integer,
	`appeal_until` integer,
	`cancelled_at` integer,
	`cancelled_by_id` text,
	`cancelled_why` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `quiz_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`examinee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`examiner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_examiner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quizzes_state" CHECK("quizzes"."state" in ('planned', 'committed', 'drawn', 'released', 'cancelled')),
	CONSTRAINT "quizzes_examiner_id" CHECK(examiner_id <> examinee_id and (second_examiner_id is null or (second_examiner_id <> examinee_id and second_examiner_id <> examiner_id)))
);
--> statement-breakpoint
CREATE INDEX `quizzes_planned` ON `quizzes` (`planned_at`,`id`);--> statement-breakpoint
CREATE INDEX `quizzes_state` ON `quizzes` (`state`,`planned_at`,`id`);--> statement-breakpoint
CREATE INDEX `quizzes_examinee` ON `quizzes` (`examinee_id`,`planned_at`,`id`);--> statement-breakpoint
CREATE INDEX `quizzes_examiner` ON `quizzes` (`examiner_id`,`planned_at`,`id`);--> statement-breakpoint
CREATE INDEX `quizzes_second_examiner` ON `quizzes` (`second_examiner_id`);--> statement-breakpoint
CREATE INDEX `quizzes_plan` ON `quizzes` (`plan_id`);--> statement-breakpoint
CREATE INDEX `quizzes_planned_by` ON `quizzes` (`planned_by_id`);--> statement-breakpoint
CREATE INDEX `quizzes_cancelled_by` ON `quizzes` (`cancelled_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `quizzes_one_committed` ON `quizzes` (`examinee_id`) WHERE state = 'committed';--> statement-breakpoint
CREATE TABLE `redraws` (
	`id` text PRIMARY KEY NOT NULL,
	`draw_id` text NOT NULL,
	`quiz_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`asked_by_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`allowed` integer,
	`decided_by_id` text,
	`decided_at` integer,
	FOREIGN KEY (`draw_id`) REFERENCES `draws`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quiz_id`) REFERENCES `quizzes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "redraws_reason" CHECK("redraws"."reason" in ('nobody_home', 'empty', 'moved_away', 'unsafe')),
	CONSTRAINT "redraws_two_people" CHECK(decided_by_id is null or decided_by_id <> asked_by_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redraws_open` ON `redraws` (`draw_id`) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX `redraws_draw` ON `redraws` (`draw_id`);--> statement-breakpoint
CREATE INDEX `redraws_quiz` ON `redraws` (`quiz_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `redraws_asked_by` ON `redraws` (`asked_by_id`);--> statement-breakpoint
CREATE INDEX `redraws_decided_by` ON `redraws` (`decided_by_id`);--> statement-breakpoint
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
	CONSTRAINT "notices_kind" CHECK("__new_notices"."kind" in ('visit_returned', 'visit_remarked', 'visit_unlocked', 'parked_handed', 'parked_settled', 'stand_in', 'pairing_proposed', 'pairing_answered', 'pairing_changed', 'agreement_waiting', 'coached', 'assessed', 'review_handed', 'absence_entered', 'first_talk_due', 'talk_due', 'assessment_due', 'assessment_replied', 'topic_joined', 'topic_moved', 'scoring_waits', 'follow_up_given', 'result_published', 'quiz_planned', 'redraw_asked', 'quiz_released', 'appeal_made', 'appeal_decided', 'fact_waits')),
	CONSTRAINT "notices_subject" CHECK("__new_notices"."subject" in ('visit', 'parked', 'absence', 'pairing', 'topic', 'defence', 'quiz', 'household'))
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
CREATE TRIGGER `frames_no_update` BEFORE UPDATE ON `frames` BEGIN SELECT RAISE(ABORT, 'a frozen frame does not change'); END;--> statement-breakpoint
CREATE TRIGGER `frames_no_delete` BEFORE DELETE ON `frames` BEGIN SELECT RAISE(ABORT, 'a frozen frame stays'); END;--> statement-breakpoint
CREATE TRIGGER `draws_no_update` BEFORE UPDATE ON `draws` BEGIN SELECT RAISE(ABORT, 'a draw does not change'); END;--> statement-breakpoint
CREATE TRIGGER `draws_no_delete` BEFORE DELETE ON `draws` BEGIN SELECT RAISE(ABORT, 'a draw stays'); END;--> statement-breakpoint
CREATE TRIGGER `quiz_keys_no_update` BEFORE UPDATE ON `quiz_keys` BEGIN SELECT RAISE(ABORT, 'a key does not change'); END;--> statement-breakpoint
CREATE TRIGGER `quiz_keys_no_delete` BEFORE DELETE ON `quiz_keys` BEGIN SELECT RAISE(ABORT, 'a key stays'); END;--> statement-breakpoint
CREATE TRIGGER `quiz_results_no_update` BEFORE UPDATE ON `quiz_results` BEGIN SELECT RAISE(ABORT, 'a result does not change'); END;--> statement-breakpoint
CREATE TRIGGER `quiz_results_no_delete` BEFORE DELETE ON `quiz_results` BEGIN SELECT RAISE(ABORT, 'a result stays'); END;
