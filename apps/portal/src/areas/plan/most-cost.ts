import type { MeterFactsFragment } from '../../generated/documents';

/** What a cap can cost at most over so many days, in fen: every day at the cap, halves rounded away from zero as bills are. */
export function mostCostMinor({ cap, quota, overage }: { cap: number; quota: number; overage?: MeterFactsFragment['overage'] }, days: number): number {
  if (!overage) return 0;
  const beyond = BigInt(Math.max(0, Math.trunc(cap) - quota)) * BigInt(days) * BigInt(overage.amountMinor);
  const per = BigInt(overage.per);
  return Number((beyond * 2n + per) / (per * 2n));
}
