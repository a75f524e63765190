-- Why:  a result that was published and then opened again lost who had published it, and why below its quorum.
-- Does: keeps that, and who opened it again, beside the result itself.
-- Old rows: what stands published takes its words from its defence; what was opened again before has none to take.
-- Back: drop the two indexes and the four columns.
ALTER TABLE `results` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `results` ADD `published_by_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `results` ADD `below_quorum` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `results` ADD `undone_by_id` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `results_published_by` ON `results` (`published_by_id`);--> statement-breakpoint
CREATE INDEX `results_undone_by` ON `results` (`undone_by_id`);--> statement-breakpoint
UPDATE `results` SET
	`published_at` = (SELECT `published_at` FROM `defences` WHERE `defences`.`id` = `results`.`defence_id`),
	`published_by_id` = (SELECT `published_by_id` FROM `defences` WHERE `defences`.`id` = `results`.`defence_id`),
	`below_quorum` = (SELECT `below_quorum` FROM `defences` WHERE `defences`.`id` = `results`.`defence_id`)
WHERE `undone_at` IS NULL;
