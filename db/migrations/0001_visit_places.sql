-- Why:  a visit may carry a place, and what was captured without a network arrives later than it was written.
-- Does: adds visit_places (sealed, one a visit) and visits.captured_at, the phone's claim beside submitted_at; and an
--       index that leads from an author to the households they called on, which some towns were founded with.
-- Old rows: have no place; captured_at stays null.
-- Back: drop the table and the column; nothing else knows of them.
CREATE TABLE `visit_places` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`point` text NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_places_visit` ON `visit_places` (`visit_id`);--> statement-breakpoint
ALTER TABLE `visits` ADD `captured_at` integer;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS `visits_author_household` ON `visits` (`author_id`,`household_id`);
