/** What a campaign brings to machines: a package, or a state that they are to take. */
export const CAMPAIGN_KINDS = ['firmware', 'software', 'configuration'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/**
 * `paused` offers nothing more, and hears of what it offered; `aborting` hears the last of it; `rolling-back` until each machine has again what it had.
 */
export const CAMPAIGN_STATES = ['running', 'paused', 'aborting', 'aborted', 'done', 'rolling-back', 'rolled-back'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Where one machine of a campaign stands; those between `offered` and `updating` as the machine says. */
export const MACHINE_STATES = ['waiting', 'offered', 'downloading', 'downloaded', 'verified', 'updating', 'updated', 'failed', 'timed-out', 'skipped', 'rolling-back', 'rolled-back'] as const;
export type MachineUpdateState = (typeof MACHINE_STATES)[number];

/** Of which something is still to be heard. */
export const UNDER_WAY_STATES: readonly MachineUpdateState[] = ['offered', 'downloading', 'downloaded', 'verified', 'updating', 'rolling-back'];
/** With which nothing more happens by itself. */
export const SETTLED_STATES: readonly MachineUpdateState[] = ['updated', 'failed', 'timed-out', 'skipped', 'rolled-back'];
