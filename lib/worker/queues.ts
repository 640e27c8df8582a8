/** The schema that pg-boss keeps its own tables in. Jobs only wake workers; our tables say what is to be done. */
export const BOSS_SCHEMA = "pgboss";

/**
 * The queues. `wake.expand`: a mailing is to be spread into deliveries. `wake.send`: deliveries wait. `wake.sweep`: look
 * for what a dead worker left, and for what became due. `wake.mail`: a mail outside any mailing waits.
 */
export const QUEUES = ["wake.expand", "wake.send", "wake.sweep", "wake.mail"] as const;

export type QueueName = (typeof QUEUES)[number];
