import type { MetricFragment, MetricQuantity } from '../../generated/documents';

/** What a person looks for first stands first: what it does, what it draws, what it made, how it is. */
const RANK: Readonly<Record<MetricQuantity, number>> = { STATE: 0, POWER: 1, COUNTER: 2, INTERVAL: 2, GAUGE: 3 };

/** Metrics in the order in which they are read, by their key within one rank. */
export function inReadingOrder(metrics: readonly MetricFragment[]): MetricFragment[] {
  return [...metrics].sort((a, b) => RANK[a.quantity] - RANK[b.quantity] || a.key.localeCompare(b.key, 'en', { numeric: true }));
}
