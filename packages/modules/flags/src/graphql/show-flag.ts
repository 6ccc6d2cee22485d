import { FEATURE_FLAGS, type FlagReason } from '@tenon/domain/flags';
import type { OwnFlag } from '../application/company-flags.js';
import type { FlagView } from '../application/office-flags.js';

const inCapitals = (because: FlagReason) => because.toUpperCase() as Uppercase<FlagReason>;

/** One flag in the words of the schema. */
export function showFlag({ overrides, changes, ...flag }: FlagView) {
  return {
    ...flag,
    ...FEATURE_FLAGS[flag.key],
    overrides: overrides.map(({ key: _key, setAt, ...each }) => ({ ...each, setAt: setAt.toISOString() })),
    changes: changes.map(({ changedAt, percent, ...each }) => ({ ...each, sharePercent: percent, changedAt: changedAt.toISOString() })),
  };
}

/** A flag of one company in the words of the schema. */
export function showOwnFlag({ key, isOn, because, override }: OwnFlag) {
  return { key, what: FEATURE_FLAGS[key].what, isOn, because: inCapitals(because), reason: override?.reason ?? null, setBy: override?.setBy ?? null, setAt: override?.setAt.toISOString() ?? null };
}
