import { invalid } from '@tenon/kernel';

/** How far a stage goes, counted from the first machine of the campaign; in machines or as a share of them. */
export interface Stage {
  readonly upTo: number;
  readonly unit: 'machines' | 'percent';
  /** Which share of the machines so far must be updated before the next stage begins, in percent. */
  readonly updatedPercent: number;
  /** How long is waited from then on, for what shows late. */
  readonly waitMinutes: number;
}

/** How a campaign goes. */
export interface CampaignPlan {
  readonly stages: readonly Stage[];
  /** So many failures pause it; null: no number does. */
  readonly pauseAfterFailures: number | null;
  /** Failures of more than this share of the machines whose turn has come pause it, in percent; null: no share does. */
  readonly pausePercent: number | null;
  /** How long a machine may take from the offer on. */
  readonly timeoutMinutes: number;
  /** How often it is offered again after it failed or took too long. */
  readonly retries: number;
}

const MOST_STAGES = 10;
const LONGEST_WAIT_MINUTES = 30 * 24 * 60;
const MOST_RETRIES = 10;
const MOST_FAILURES = 100_000;

const isWhole = (value: number, from: number, to: number): boolean => Number.isSafeInteger(value) && value >= from && value <= to;
const isShare = (value: number): boolean => isWhole(value, 1, 100);

/**
 * Holds a plan to what can be followed: stages that grow, the last of them all machines.
 * @throws AppError (invalid) CAMPAIGN.STAGES, CAMPAIGN.LIMITS
 */
export function readPlan(plan: CampaignPlan): CampaignPlan {
  if (!areStages(plan.stages)) throw invalid('CAMPAIGN.STAGES', `One to ${MOST_STAGES} stages, each of more machines than the one before, the last of all of them.`, { most: MOST_STAGES });
  if (!areLimits(plan)) throw invalid('CAMPAIGN.LIMITS', 'Failures, time and repetitions are whole numbers within their limits.', { longestMinutes: LONGEST_WAIT_MINUTES, mostRetries: MOST_RETRIES });
  return plan;
}

function areStages(stages: readonly Stage[]): boolean {
  const last = stages.at(-1);
  return stages.length <= MOST_STAGES && last?.unit === 'percent' && last.upTo === 100 && stages.every((stage, index) => isStage(stage) && isBeyond(stage, stages[index - 1]));
}

function areLimits({ pauseAfterFailures, pausePercent, timeoutMinutes, retries }: CampaignPlan): boolean {
  const arePauses = (pauseAfterFailures === null || isWhole(pauseAfterFailures, 1, MOST_FAILURES)) && (pausePercent === null || isShare(pausePercent));
  return arePauses && isWhole(timeoutMinutes, 1, LONGEST_WAIT_MINUTES) && isWhole(retries, 0, MOST_RETRIES);
}

function isStage({ upTo, unit, updatedPercent, waitMinutes }: Stage): boolean {
  return (unit === 'percent' ? isShare(upTo) : isWhole(upTo, 1, 1_000_000)) && isWhole(updatedPercent, 0, 100) && isWhole(waitMinutes, 0, LONGEST_WAIT_MINUTES);
}

/** Machines and shares are not compared: which of them is more shows with the machines. */
function isBeyond(stage: Stage, before: Stage | undefined): boolean {
  return before === undefined || before.unit !== stage.unit || stage.upTo > before.upTo;
}

/**
 * In which stage each machine has its turn, by its place from 0. A share is rounded up, so that none is of nobody; a stage that is no larger than the one before it has no machine.
 * @param total how many machines take part
 */
export function stageOf(stages: readonly Stage[], total: number, place: number): number {
  const reach = (stage: Stage): number => (stage.unit === 'machines' ? stage.upTo : Math.ceil((stage.upTo * total) / 100));
  const index = stages.findIndex((stage) => place < reach(stage));
  return index === -1 ? stages.length - 1 : index;
}
