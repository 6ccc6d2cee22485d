import type { CampaignLineFragment, CampaignMachineState } from '../../generated/documents';

type Counted = Pick<CampaignLineFragment, 'counts' | 'total'>;

/** How many machines of a campaign stand in one of these states. */
export function countOf({ counts }: Pick<Counted, 'counts'>, ...states: readonly CampaignMachineState[]): number {
  return counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
}

/** How far a campaign is: those done with, of those that take part. */
export function farOf(campaign: Counted): { readonly settled: number; readonly of: number; readonly updated: number; readonly failed: number } {
  const skipped = countOf(campaign, 'SKIPPED');
  const [updated, failed] = [countOf(campaign, 'UPDATED'), countOf(campaign, 'FAILED', 'TIMED_OUT')];
  return { settled: updated + failed + countOf(campaign, 'ROLLED_BACK'), of: campaign.total - skipped, updated, failed };
}
