import type { MetricValue } from '@tenon/domain/telemetry';
import type { TenantId } from '@tenon/kernel';
import { sqlInstant } from '../../instant.js';

/** A point to be stored. */
export interface NewPoint {
  readonly seriesId: number;
  readonly atMs: number;
  /** Of two with one stamp the larger wins. */
  readonly arrival: number;
  readonly value: MetricValue;
}

/** A row in ClickHouse's TabSeparated, https://clickhouse.com/docs/interfaces/formats/TabSeparated: a value that is no number is its JSON, beside NaN, which no device can send. */
export function pointLine(tenantId: TenantId, { seriesId, atMs, arrival, value }: NewPoint): string {
  const isNumber = typeof value === 'number';
  const num = isNumber ? (Object.is(value, -0) ? '-0' : String(value)) : 'nan';
  return `${tenantId}\t${seriesId}\t${instantText(atMs)}\t${arrival}\t${num}\t${isNumber ? '' : escaped(JSON.stringify(value))}\n`;
}

/** In UTC, as the column is. */
function instantText(atMs: number): string {
  return sqlInstant(atMs).replace('T', ' ').replace('Z', '');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
