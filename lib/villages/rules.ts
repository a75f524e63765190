/** How often a household of a village is to be visited, at the least and at the most. */
export const EVERY_DAYS = { least: 7, most: 180, usual: 30 } as const;

/** How far ahead an assignment may be arranged. */
export const AHEAD_DAYS = 60;
