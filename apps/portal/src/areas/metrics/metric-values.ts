import type { MetricQuantity, ValueKind } from '../../generated/documents';

/** A metric's newest value, as lists of machines carry it. */
export interface NewestValue {
  readonly at: string;
  readonly value: unknown;
  readonly series: {
    readonly id: string;
    readonly key: string;
    readonly unit: string | null;
    readonly quantity: MetricQuantity;
    readonly valueKind: ValueKind;
  };
}

/** What people ask a machine first comes first. */
const RANK: Readonly<Record<MetricQuantity, number>> = { POWER: 0, COUNTER: 1, INTERVAL: 2, GAUGE: 3, STATE: 4 };

function rankOf({ series }: NewestValue): number {
  const isPartCount = series.quantity === 'COUNTER' && series.unit === null;
  return isPartCount ? 0.5 : RANK[series.quantity];
}

/** The few numbers that stand for a machine on its tile. */
export function headlineValues(values: readonly NewestValue[], count: number): NewestValue[] {
  return values
    .filter(({ value }) => typeof value === 'number')
    .sort((a, b) => rankOf(a) - rankOf(b) || a.series.key.localeCompare(b.series.key))
    .slice(0, count);
}

/** The value that tells what the machine is doing, if it sends one. */
export function stateValue(values: readonly NewestValue[]): NewestValue | undefined {
  return values.find(({ series }) => series.quantity === 'STATE' && series.valueKind === 'TEXT');
}
