-- Why:  pairings are suggested by what people are good at and want to learn; and who has to look at something is told.
-- Does: adds skills, notices, and deliveries (what left for a channel beyond the app: counts, never words).
-- Old rows: nobody has skills or notices yet.
-- Back: drop the three tables; nothing else knows of them.
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`count` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_channel" CHECK("deliveries"."channel" in ('wecom', 'dingtalk')),
	CONSTRAINT "deliveries_state" CHECK("deliveries"."state" in ('waiting', 'sent', 'given_up'))
);
--> statement-breakpoint
CREATE INDEX `deliveries_state` ON `deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_person` ON `deliveries` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `notices` (
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
	CONSTRAINT "notices_kind" CHECK("notices"."kind" in ('visit_returned', 'visit_remarked', 'visit_unlocked', 'parked_handed', 'parked_settled', 'stand_in', 'pairing_proposed', 'pairing_answered', 'pairing_changed', 'agreement_waiting', 'coached', 'assessed')),
	CONSTRAINT "notices_subject" CHECK("notices"."subject" in ('visit', 'parked', 'absence', 'pairing'))
);
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`done_at`,`show_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `notices_actor` ON `notices` (`actor_id`);--> statement-breakpoint
CREATE TABLE `skills` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`skill` text NOT NULL,
	`way` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "skills_skill" CHECK("skills"."skill" in ('people', 'mediation', 'petitions', 'policy', 'writing', 'firms', 'projects', 'environment', 'safety', 'digital', 'party', 'assets')),
	CONSTRAINT "skills_way" CHECK("skills"."way" in ('offers', 'wants'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `skills_once` ON `skills` (`person_id`,`way`,`skill`);