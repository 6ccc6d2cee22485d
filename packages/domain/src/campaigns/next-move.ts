import { MINUTE_MS } from '@tenon/kernel';
import type { CampaignPlan } from './plan.js';
import type { CampaignState } from './states.js';

/** How the machines of one stage stand. Those that were skipped count nowhere. */
export interface StageCount {
  readonly waiting: number;
  readonly underWay: number;
  readonly updated: number;
  /** Failed and out of time, with no attempt left. */
  readonly failed: number;
}

/** A campaign as it stands. */
export interface CampaignAsItIs {
  readonly state: CampaignState;
  readonly stage: number;
  /** Since when its stage has the share of updated machines that it needs; null: it has not. */
  readonly reachedAt: Date | null;
  /** Failures that somebody saw and went on all the same. */
  readonly forgivenFailures: number;
  /** One a stage of the plan. */
  readonly counts: readonly StageCount[];
}

/** What is to be done next. */
export type Move =
  /** Offer it to those of these stages that wait. */
  | { readonly kind: 'offer'; readonly upToStage: number }
  | { readonly kind: 'pause'; readonly because: 'failures' | 'share-not-reached' }
  /** Note that the stage has what it needs. */
  | { readonly kind: 'reached' }
  | { readonly kind: 'begin-stage'; readonly stage: number }
  | { readonly kind: 'end'; readonly state: 'done' | 'aborted' | 'rolled-back' }
  | { readonly kind: 'wait' };

const WAIT: Move = { kind: 'wait' };
const NOBODY: StageCount = { waiting: 0, underWay: 0, updated: 0, failed: 0 };

/**
 * What follows from how a campaign stands: one move, after which it is asked again. The same is told however often it is asked, so it does not matter who asks, or how many.
 */
export function nextMove(plan: CampaignPlan, campaign: CampaignAsItIs, now: Date): Move {
  const all = sum(campaign.counts);
  if (campaign.state === 'aborting' || campaign.state === 'rolling-back') return all.underWay > 0 ? WAIT : { kind: 'end', state: campaign.state === 'aborting' ? 'aborted' : 'rolled-back' };
  if (campaign.state !== 'running') return WAIT;
  const begun = sum(campaign.counts.slice(0, campaign.stage + 1));
  // Failures before anything else: what goes wrong is not gone on with because it is time to.
  if (isTooMany(plan, begun, campaign.forgivenFailures)) return { kind: 'pause', because: 'failures' };
  if (begun.waiting > 0) return { kind: 'offer', upToStage: campaign.stage };
  return afterOffer(plan, campaign, begun, now);
}

function afterOffer(plan: CampaignPlan, { stage, reachedAt, forgivenFailures }: CampaignAsItIs, begun: StageCount, now: Date): Move {
  const { updatedPercent, waitMinutes } = plan.stages[stage] ?? { updatedPercent: 100, waitMinutes: 0 };
  const isLast = stage >= plan.stages.length - 1;
  if (isLast) return begun.underWay > 0 ? WAIT : { kind: 'end', state: 'done' };
  const machines = machinesOf(begun);
  // Failures that were forgiven count as what somebody saw to.
  const isReached = (begun.updated + Math.min(forgivenFailures, begun.failed)) * 100 >= updatedPercent * machines;
  if (!isReached) return begun.underWay > 0 ? WAIT : { kind: 'pause', because: 'share-not-reached' };
  if (reachedAt === null) return { kind: 'reached' };
  return now.getTime() - reachedAt.getTime() >= waitMinutes * MINUTE_MS ? { kind: 'begin-stage', stage: stage + 1 } : WAIT;
}

function isTooMany({ pauseAfterFailures, pausePercent }: CampaignPlan, begun: StageCount, forgiven: number): boolean {
  const fresh = begun.failed - forgiven;
  if (fresh <= 0) return false;
  return (pauseAfterFailures !== null && fresh >= pauseAfterFailures) || (pausePercent !== null && fresh * 100 > pausePercent * machinesOf(begun));
}

const machinesOf = ({ waiting, underWay, updated, failed }: StageCount): number => waiting + underWay + updated + failed;

function sum(counts: readonly StageCount[]): StageCount {
  return counts.reduce((all, one) => ({ waiting: all.waiting + one.waiting, underWay: all.underWay + one.underWay, updated: all.updated + one.updated, failed: all.failed + one.failed }), NOBODY);
}
