-- Why:  课题攻坚: topics, their groups, gates, milestones, evidence and papers; a defence with its judges' sheets; 展演 with
--       the audience's choice.
-- Does: adds twenty-two tables; nothing that stands is touched.
-- Old rows: none.
-- Back: drop the tables in the reverse order; notices of the kinds topic_joined, topic_moved, scoring_waits,
--       follow_up_given and result_published go with them, and the files in files/ beside the database.
CREATE TABLE `criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`defence_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`weight` integer NOT NULL,
	`required` integer DEFAULT true NOT NULL,
	`levels` text NOT NULL,
	FOREIGN KEY (`defence_id`) REFERENCES `defences`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "criteria_weight" CHECK(weight between 1 and 100)
);
--> statement-breakpoint
CREATE INDEX `criteria_defence` ON `criteria` (`defence_id`,`place`);--> statement-breakpoint
CREATE TABLE `defences` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`held_on` text NOT NULL,
	`rule` text NOT NULL,
	`quorum` integer NOT NULL,
	`state` text DEFAULT 'preparing' NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`closed_by_id` text,
	`published_at` integer,
	`published_by_id` text,
	`below_quorum` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "defences_state" CHECK("defences"."state" in ('preparing', 'open', 'closed', 'published')),
	CONSTRAINT "defences_rule" CHECK("defences"."rule" in ('mean', 'median', 'trimmed_mean')),
	CONSTRAINT "defences_quorum" CHECK(quorum between 1 and 30),
	CONSTRAINT "defences_two_people" CHECK(published_by_id is null or published_by_id <> closed_by_id)
);
--> statement-breakpoint
CREATE INDEX `defences_topic` ON `defences` (`topic_id`,`held_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `defences_one_open` ON `defences` (`topic_id`) WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX `defences_by_state` ON `defences` (`state`,`held_on`);--> statement-breakpoint
CREATE INDEX `defences_closed_by` ON `defences` (`closed_by_id`);--> statement-breakpoint
CREATE INDEX `defences_published_by` ON `defences` (`published_by_id`);--> statement-breakpoint
CREATE TABLE `marks` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "marks_points" CHECK(points between 0 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `marks_once` ON `marks` (`sheet_id`,`criterion_id`);--> statement-breakpoint
CREATE INDEX `marks_criterion` ON `marks` (`criterion_id`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`defence_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	`owner_id` text,
	`due_on` text,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`answered_by_id` text,
	FOREIGN KEY (`defence_id`) REFERENCES `defences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "questions_given" CHECK((owner_id is null) = (due_on is null))
);
--> statement-breakpoint
CREATE INDEX `questions_defence` ON `questions` (`defence_id`,`at`);--> statement-breakpoint
CREATE INDEX `questions_topic` ON `questions` (`topic_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `questions_owner` ON `questions` (`owner_id`,`answered_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `questions_asked_by` ON `questions` (`asked_by_id`);--> statement-breakpoint
CREATE INDEX `questions_answered_by` ON `questions` (`answered_by_id`);--> statement-breakpoint
CREATE TABLE `results` (
	`id` text PRIMARY KEY NOT NULL,
	`defence_id` text NOT NULL,
	`round` integer NOT NULL,
	`total` integer,
	`rule` text NOT NULL,
	`counted` integer NOT NULL,
	`spread` integer NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`defence_id`) REFERENCES `defences`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "results_rule" CHECK("results"."rule" in ('mean', 'median', 'trimmed_mean'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `results_round` ON `results` (`defence_id`,`round`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`defence_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`recused_for` text,
	FOREIGN KEY (`defence_id`) REFERENCES `defences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_person` ON `seats` (`defence_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `seats_number` ON `seats` (`defence_id`,`number`);--> statement-breakpoint
CREATE INDEX `seats_of_person` ON `seats` (`person_id`);--> statement-breakpoint
CREATE TABLE `sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`defence_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`round` integer NOT NULL,
	`submitted_at` integer,
	`reopened_at` integer,
	`reopened_by_id` text,
	`reopened_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`defence_id`) REFERENCES `defences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheets_reopened_after" CHECK(reopened_at is null or submitted_at is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheets_round` ON `sheets` (`seat_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `sheets_one_standing` ON `sheets` (`seat_id`) WHERE reopened_at is null;--> statement-breakpoint
CREATE INDEX `sheets_defence` ON `sheets` (`defence_id`);--> statement-breakpoint
CREATE INDEX `sheets_person` ON `sheets` (`person_id`);--> statement-breakpoint
CREATE INDEX `sheets_reopened_by` ON `sheets` (`reopened_by_id`);--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibition_id` text NOT NULL,
	`person_id` text NOT NULL,
	`picks` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`exhibition_id`) REFERENCES `exhibitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_once` ON `ballots` (`exhibition_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `ballots_person` ON `ballots` (`person_id`);--> statement-breakpoint
CREATE TABLE `exhibitions` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`venue` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'preparing' NOT NULL,
	`closed_at` integer,
	CONSTRAINT "exhibitions_state" CHECK("exhibitions"."state" in ('preparing', 'voting', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `exhibitions_held` ON `exhibitions` (`held_on`);--> statement-breakpoint
CREATE TABLE `exhibits` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibition_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`place` integer NOT NULL,
	`title` text NOT NULL,
	`form` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`materials` text DEFAULT '' NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL,
	`chosen` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`exhibition_id`) REFERENCES `exhibitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exhibits_form" CHECK("exhibits"."form" in ('data_comparison', 'role_play', 'other')),
	CONSTRAINT "exhibits_chosen" CHECK(chosen between 0 and shown)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibits_once` ON `exhibits` (`exhibition_id`,`topic_id`);--> statement-breakpoint
CREATE INDEX `exhibits_place` ON `exhibits` (`exhibition_id`,`place`);--> statement-breakpoint
CREATE INDEX `exhibits_topic` ON `exhibits` (`topic_id`);--> statement-breakpoint
CREATE TABLE `deliverable_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`deliverable_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL,
	`file` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`judged` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`deliverable_id`) REFERENCES `deliverables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliverable_versions_kind" CHECK("deliverable_versions"."kind" in ('docx', 'pptx', 'xlsx', 'pdf', 'jpg', 'png', 'webp'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliverable_versions_number` ON `deliverable_versions` (`deliverable_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliverable_versions_file` ON `deliverable_versions` (`file`);--> statement-breakpoint
CREATE INDEX `deliverable_versions_topic` ON `deliverable_versions` (`topic_id`);--> statement-breakpoint
CREATE INDEX `deliverable_versions_by` ON `deliverable_versions` (`by_id`);--> statement-breakpoint
CREATE TABLE `deliverables` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`locked_at` integer,
	`locked_by_id` text,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`locked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliverables_kind" CHECK("deliverables"."kind" in ('plan', 'report', 'slides', 'data', 'other'))
);
--> statement-breakpoint
CREATE INDEX `deliverables_topic` ON `deliverables` (`topic_id`);--> statement-breakpoint
CREATE INDEX `deliverables_locked_by` ON `deliverables` (`locked_by_id`);--> statement-breakpoint
CREATE TABLE `gate_items` (
	`id` text PRIMARY KEY NOT NULL,
	`gate` text NOT NULL,
	`place` integer NOT NULL,
	`words` text NOT NULL,
	`retired_on` text,
	CONSTRAINT "gate_items_gate" CHECK("gate_items"."gate" in ('approved', 'kickoff', 'midterm', 'defence', 'exhibition', 'concluded', 'followup3', 'followup6'))
);
--> statement-breakpoint
CREATE INDEX `gate_items_place` ON `gate_items` (`gate`,`place`);--> statement-breakpoint
CREATE TABLE `gate_ticks` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`item_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `gate_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gate_ticks_once` ON `gate_ticks` (`topic_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `gate_ticks_item` ON `gate_ticks` (`item_id`);--> statement-breakpoint
CREATE INDEX `gate_ticks_by` ON `gate_ticks` (`by_id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`title` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`done_by_id` text,
	`dropped_on` text,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_topic` ON `milestones` (`topic_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `milestones_owner` ON `milestones` (`owner_id`,`done_on`,`due_on`);--> statement-breakpoint
CREATE INDEX `milestones_done_by` ON `milestones` (`done_by_id`);--> statement-breakpoint
CREATE TABLE `topic_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`milestone_id` text,
	`visit_id` text,
	`problem_id` text,
	`visit_kind` text,
	`happened_on` text NOT NULL,
	`village_id` text NOT NULL,
	`added_by_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "topic_evidence_visit_kind" CHECK("topic_evidence"."visit_kind" in ('household_day', 'night_talk', 'enterprise')),
	CONSTRAINT "topic_evidence_one_link" CHECK((visit_id is null) <> (problem_id is null))
);
--> statement-breakpoint
CREATE INDEX `topic_evidence_topic` ON `topic_evidence` (`topic_id`,`at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_evidence_visit` ON `topic_evidence` (`visit_id`,`topic_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_evidence_problem` ON `topic_evidence` (`problem_id`,`topic_id`);--> statement-breakpoint
CREATE INDEX `topic_evidence_milestone` ON `topic_evidence` (`milestone_id`);--> statement-breakpoint
CREATE INDEX `topic_evidence_village` ON `topic_evidence` (`village_id`);--> statement-breakpoint
CREATE INDEX `topic_evidence_added_by` ON `topic_evidence` (`added_by_id`);--> statement-breakpoint
CREATE TABLE `topic_gates` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`gate` text NOT NULL,
	`due_on` text,
	`closed_on` text,
	`waived` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "topic_gates_gate" CHECK("topic_gates"."gate" in ('approved', 'kickoff', 'midterm', 'defence', 'exhibition', 'concluded', 'followup3', 'followup6'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_gates_once` ON `topic_gates` (`topic_id`,`gate`);--> statement-breakpoint
CREATE TABLE `topic_members` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "topic_members_part" CHECK("topic_members"."part" in ('leader', 'member', 'adviser')),
	CONSTRAINT "topic_members_two_ends" CHECK(ended_on is null or ended_on >= started_on)
);
--> statement-breakpoint
CREATE INDEX `topic_members_topic` ON `topic_members` (`topic_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `topic_members_person` ON `topic_members` (`person_id`,`ended_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_members_one_open` ON `topic_members` (`topic_id`,`person_id`) WHERE ended_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX `topic_members_one_leader` ON `topic_members` (`topic_id`) WHERE ended_on is null and part = 'leader';--> statement-breakpoint
CREATE TABLE `topic_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_notes_topic` ON `topic_notes` (`topic_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `topic_notes_author` ON `topic_notes` (`author_id`);--> statement-breakpoint
CREATE TABLE `topic_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`move` text NOT NULL,
	`gate` text,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "topic_steps_move" CHECK("topic_steps"."move" in ('open', 'close', 'waive', 'reopen', 'stop', 'resume')),
	CONSTRAINT "topic_steps_gate" CHECK("topic_steps"."gate" in ('approved', 'kickoff', 'midterm', 'defence', 'exhibition', 'concluded', 'followup3', 'followup6'))
);
--> statement-breakpoint
CREATE INDEX `topic_steps_topic` ON `topic_steps` (`topic_id`,`at`);--> statement-breakpoint
CREATE INDEX `topic_steps_actor` ON `topic_steps` (`actor_id`);--> statement-breakpoint
CREATE TABLE `topic_villages` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`village_id` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_villages_once` ON `topic_villages` (`topic_id`,`village_id`);--> statement-breakpoint
CREATE INDEX `topic_villages_village` ON `topic_villages` (`village_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`background` text DEFAULT '' NOT NULL,
	`lead_department` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`gate` text,
	`started_on` text NOT NULL,
	`heard_on` text NOT NULL,
	`stopped_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "topics_gate" CHECK("topics"."gate" in ('approved', 'kickoff', 'midterm', 'defence', 'exhibition', 'concluded', 'followup3', 'followup6'))
);
--> statement-breakpoint
CREATE INDEX `topics_by_gate` ON `topics` (`gate`,`started_on`);