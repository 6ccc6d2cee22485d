/** From which share of a quota the owner is told, in per cent. */
export const NOTICE_SHARES = [80, 100] as const;
export type NoticeShare = (typeof NOTICE_SHARES)[number];

/** How use stands against a quota: `ok`, `near` from 80 % on, `reached` from 100 % on. */
export type QuotaState = 'ok' | 'near' | 'reached';

function reaches(used: number, quota: number, share: NoticeShare): boolean {
  // Multiplied, not divided: 0.8 is no binary fraction, and a quota of nothing is reached.
  return used * 100 >= quota * share;
}

/** How use stands against a quota, both whole and ≥ 0. */
export function quotaState(used: number, quota: number): QuotaState {
  if (reaches(used, quota, 100)) return 'reached';
  return reaches(used, quota, 80) ? 'near' : 'ok';
}

/** The highest share that use has reached between two countings and the owner is to be told of; null for none. Falling tells nothing. */
export function shareReached(before: number, now: number, quota: number): NoticeShare | null {
  return NOTICE_SHARES.findLast((share) => reaches(now, quota, share) && !reaches(before, quota, share)) ?? null;
}
