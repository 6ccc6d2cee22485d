import { invalid } from '@tenon/kernel';
import { FEATURE_FLAGS, type FlagKey } from './registry.js';
import { shareSlot } from './share.js';

/** What was set of a flag. */
export interface FlagSettings {
  /** For which per cent of companies it is on; null: as the registry says. */
  readonly sharePercent: number | null;
  /** What was set for one company, by its id. */
  readonly overrides: ReadonlyMap<string, boolean>;
}

/** Why a flag is on or off for a company. */
export type FlagReason = 'override' | 'share' | 'default';

export interface FlagStanding {
  readonly isOn: boolean;
  readonly because: FlagReason;
}

/** Nothing was set. */
export const UNSET: FlagSettings = { sharePercent: null, overrides: new Map() };

/** Whether a flag is on for a company, and why: what was set for the company, else its share, else what the registry says. */
export function flagStanding(key: FlagKey, companyId: string, { sharePercent, overrides }: FlagSettings): FlagStanding {
  const own = overrides.get(companyId);
  if (own !== undefined) return { isOn: own, because: 'override' };
  if (sharePercent !== null) return { isOn: shareSlot(key, companyId) < sharePercent, because: 'share' };
  return { isOn: FEATURE_FLAGS[key].isOnByDefault, because: 'default' };
}

const LONGEST_REASON = 300;

/** Why something is set, without what stands around it. @throws AppError (invalid) FLAG.REASON unless it has 1 to 300 letters */
export function readReason(text: string): string {
  const reason = text.trim();
  if (reason.length === 0 || reason.length > LONGEST_REASON) throw invalid('FLAG.REASON', `Say why, in at most ${LONGEST_REASON} letters.`, { most: LONGEST_REASON });
  return reason;
}

/** A share of companies, or null for none. @throws AppError (invalid) FLAG.SHARE unless it is a whole number from 0 to 100 */
export function readShare(percent: number | null): number | null {
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) throw invalid('FLAG.SHARE', 'A share is a whole number from 0 to 100.');
  return percent;
}
