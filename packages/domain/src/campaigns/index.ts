/** Campaigns: many machines updated or configured in stages, paused by failures, taken back. What follows from what is counted and reported; nothing here does it. */
export { ATTRIBUTE_KEYS, progressOf, type MachineReport, type Progress, type ReportedValue, type Target } from './machine-progress.js';
export { CAMPAIGN_KINDS, CAMPAIGN_STATES, MACHINE_STATES, SETTLED_STATES, UNDER_WAY_STATES, type CampaignKind, type CampaignState, type MachineUpdateState } from './states.js';
export { nextMove, type CampaignAsItIs, type Move, type StageCount } from './next-move.js';
export { readPlan, stageOf, type CampaignPlan, type Stage } from './plan.js';
