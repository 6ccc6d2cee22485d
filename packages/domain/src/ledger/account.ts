/** What is known of a machine over a stretch of time, before it is added up. */
export interface Counted {
  /** Distinct readings that are kept. */
  readonly kept: number;
  /** Messages that were refused. */
  readonly refused: number;
  /** Readings that were due and are not there, but for those of time in which none was expected. */
  readonly absent: number;
}

/** What was expected of it, and what became of that. `expected` is `kept`, `refusedOfExpected` and `missing` together. */
export interface Account {
  readonly expected: number;
  readonly kept: number;
  /** Of the refused those that would have filled what is absent; others said what is there. */
  readonly refusedOfExpected: number;
  readonly missing: number;
}

/** Adds up what was counted. */
export function accountOf({ kept, refused, absent }: Counted): Account {
  const refusedOfExpected = Math.min(refused, absent);
  return { expected: kept + absent, kept, refusedOfExpected, missing: absent - refusedOfExpected };
}

/** The share that is kept, from 0 to 1, rounded so that only what is whole is 1; null where nothing was expected. */
export function completenessOf({ expected, kept }: Pick<Account, 'expected' | 'kept'>): number | null {
  if (expected === 0) return null;
  const share = Math.round((kept / expected) * 10_000) / 10_000;
  // 1 is promised to be all of it.
  return kept < expected ? Math.min(share, 0.9999) : share;
}
