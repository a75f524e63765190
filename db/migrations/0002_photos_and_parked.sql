-- Why:  a visit may carry photos, which follow it when the signal allows; and what comes from a phone after its author
--       has lost the door is kept for whoever decides about it.
-- Does: adds photos (one row a picture, the file lies beside the database) and parked_visits (the form sealed).
-- Old rows: have neither.
-- Back: drop both tables and the folder of photos; nothing else knows of them.
CREATE TABLE `parked_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`household_id` text,
	`enterprise_id` text,
	`village_id` text NOT NULL,
	`body` text NOT NULL,
	`body_hash` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`parked_at` integer NOT NULL,
	`captured_at` integer,
	`keeper_id` text,
	`settled_by_id` text,
	`settled_at` integer,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keeper_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "parked_visits_state" CHECK("parked_visits"."state" in ('parked', 'handed', 'admitted', 'declined', 'withdrawn')),
	CONSTRAINT "parked_visits_one_door" CHECK((household_id is null) <> (enterprise_id is null)),
	CONSTRAINT "parked_visits_handed" CHECK(state <> 'handed' or keeper_id is not null)
);
--> statement-breakpoint
CREATE INDEX `parked_visits_author` ON `parked_visits` (`author_id`,`parked_at`,`id`);--> statement-breakpoint
CREATE INDEX `parked_visits_household` ON `parked_visits` (`household_id`);--> statement-breakpoint
CREATE INDEX `parked_visits_enterprise` ON `parked_visits` (`enterprise_id`);--> statement-breakpoint
CREATE INDEX `parked_visits_village` ON `parked_visits` (`village_id`);--> statement-breakpoint
CREATE INDEX `parked_visits_state` ON `parked_visits` (`state`,`parked_at`,`id`);--> statement-breakpoint
CREATE INDEX `parked_visits_keeper` ON `parked_visits` (`keeper_id`,`state`);--> statement-breakpoint
CREATE INDEX `parked_visits_settled_by` ON `parked_visits` (`settled_by_id`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`author_id` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`file` text,
	`body_hash` text,
	`bytes` integer DEFAULT 0 NOT NULL,
	`received_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "photos_state" CHECK("photos"."state" in ('awaited', 'kept', 'removed'))
);
--> statement-breakpoint
CREATE INDEX `photos_visit` ON `photos` (`visit_id`,`position`);--> statement-breakpoint
CREATE INDEX `photos_author` ON `photos` (`author_id`,`received_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `photos_file` ON `photos` (`file`);