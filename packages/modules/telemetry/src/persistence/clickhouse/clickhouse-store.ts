import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import type { TenantActor } from '@tenon/domain/identity';
import type { BlockPoints, BucketColumns, Figure, MetricValue } from '@tenon/domain/telemetry';
import type { TenantId, TimeRange } from '@tenon/kernel';
import { grouped } from '../../grouped.js';
import type { LastValue } from '../query/last-value.repository.js';
import type { Binning } from '../../ranges/binning.js';
import { TelemetryStore, type ColumnRequest, type LastRequest } from '../../store/telemetry-store.js';
import { POINT_TABLE } from './schema.js';
import { pointLine, type NewPoint } from './point-line.js';

const US_PER_MS = 1_000;
/** As `safeSum` has it for PostgreSQL: of values larger than this sums are not exact, and never overflow. */
const FIGURE: Readonly<Record<Figure, string>> = {
  count: 'count()',
  min: 'min(num)',
  max: 'max(num)',
  sum: 'sum(greatest(least(num, 1e290), -1e290))',
  first: 'argMin(num, at)',
  last: 'argMax(num, at)',
  firstAtMs: 'toUnixTimestamp64Micro(min(at))',
  lastAtMs: 'toUnixTimestamp64Micro(max(at))',
};
const isInstant = (figure: Figure): boolean => figure === 'firstAtMs' || figure === 'lastAtMs';

const US = 'toUnixTimestamp64Micro(at)';
const WITHIN = 'tenant_id = {tenant: UUID} AND at >= fromUnixTimestamp64Micro({from: Int64}) AND at < fromUnixTimestamp64Micro({to: Int64})';
const OF_SERIES = 'series_id IN ({series: Array(UInt32)})';

/** Whole numbers as numbers: stamps in microseconds are far below what a double holds. A question waits for what it deletes. */
const SETTINGS = { output_format_json_quote_64bit_integers: 0, output_format_json_quote_denormals: 0, lightweight_deletes_sync: '2' } as const;

type Row = readonly (number | string | null)[];

/** Points in ClickHouse, through its official client. Every question and every deletion is bound to one company by this class alone: there is no row-level security behind it. */
export class ClickHouseStore extends TelemetryStore {
  constructor(private readonly client: ClickHouseClient) {
    super();
  }

  /** Makes what is needed, where it is not there. */
  async prepare(): Promise<void> {
    await this.client.command({ query: POINT_TABLE });
  }

  /** Resolves when the points are stored. Storing them again changes nothing, so whoever does not know whether they were may. */
  async append(tenantId: TenantId, points: readonly NewPoint[]): Promise<void> {
    if (points.length === 0) return;
    await this.client.insert({
      table: 'telemetry_point',
      columns: ['tenant_id', 'series_id', 'at', 'arrival', 'num', 'rich'],
      values: Readable.from(points.map((point) => pointLine(tenantId, point)), { objectMode: false }),
      format: 'TabSeparated',
      // Answered when it is written; gathered by the server only where it says so after that. By default a number's text may be read to a neighbour of the double it says.
      clickhouse_settings: { async_insert: 0, wait_for_async_insert: 1, precise_float_parsing: 1 },
    });
  }

  override async points({ tenantId }: TenantActor, seriesId: number, range: TimeRange, limit: number): Promise<BlockPoints> {
    const rows = await this.rows(`SELECT ${US}, num, rich FROM telemetry_point FINAL WHERE ${WITHIN} AND ${OF_SERIES} ORDER BY at LIMIT {limit: UInt32}`, { ...bounds(range), tenant: tenantId, series: [seriesId], limit });
    const rich = rows.map(([, , text]) => (text === '' ? null : (text as string)));
    return { atUs: Float64Array.from(rows, ([us]) => us as number), num: Float64Array.from(rows, ([, num]) => (num ?? NaN) as number), rich: rich.some((text) => text !== null) ? rich : null };
  }

  override async buckets({ tenantId }: TenantActor, { seriesIds, range, binning, figures }: ColumnRequest): Promise<ReadonlyMap<number, BucketColumns>> {
    const [bin, params] = binOf(binning);
    const rows = await this.rows(
      `SELECT series_id, ${bin} AS bin, ${figures.map((figure) => FIGURE[figure]).join(', ')} FROM telemetry_point FINAL
       WHERE ${WITHIN} AND ${OF_SERIES} AND rich = '' GROUP BY series_id, bin ORDER BY series_id, bin`,
      { ...bounds(range), ...params, tenant: tenantId, series: seriesIds },
    );
    return new Map([...grouped(rows, ([seriesId]) => seriesId as number)].map(([seriesId, some]) => [seriesId, columnsOf(some, figures)]));
  }

  override async last({ tenantId }: TenantActor, seriesIds: readonly number[], { atMs, notBeforeMs }: LastRequest): Promise<LastValue[]> {
    const until = atMs === null ? '' : 'AND at <= fromUnixTimestamp64Micro({until: Int64})';
    const rows = await this.rows(
      `SELECT series_id, toUnixTimestamp64Micro(max(at)), argMax(num, (at, arrival)), argMax(rich, (at, arrival)) FROM telemetry_point
       WHERE tenant_id = {tenant: UUID} AND ${OF_SERIES} AND at >= fromUnixTimestamp64Micro({from: Int64}) ${until} GROUP BY series_id`,
      { tenant: tenantId, series: seriesIds, from: us(notBeforeMs), ...(atMs !== null && { until: us(atMs) }) },
    );
    return rows.map(([seriesId, atUs, num, rich]) => ({ seriesId: seriesId as number, atMs: (atUs as number) / US_PER_MS, value: rich === '' ? (num as number) : (JSON.parse(rich as string) as MetricValue) }));
  }

  /** Deletes what some series said in a range; all of a machine that is gone, with all of time. What is stored from then on stays. */
  async forget(tenantId: TenantId, seriesIds: readonly number[], range: TimeRange): Promise<void> {
    await this.client.command({ query: `DELETE FROM telemetry_point WHERE ${WITHIN} AND ${OF_SERIES}`, query_params: { ...bounds(range), tenant: tenantId, series: seriesIds }, clickhouse_settings: SETTINGS });
  }

  /** Deletes all of a company before an instant, which its plan no longer keeps; all it has, with the end of time. */
  async expire(tenantId: TenantId, beforeMs: number): Promise<void> {
    await this.client.command({ query: 'DELETE FROM telemetry_point WHERE tenant_id = {tenant: UUID} AND at < fromUnixTimestamp64Micro({before: Int64})', query_params: { tenant: tenantId, before: us(beforeMs) }, clickhouse_settings: SETTINGS });
  }

  private async rows(query: string, params: Readonly<Record<string, unknown>>): Promise<Row[]> {
    const result = await this.client.query({ query, query_params: params, format: 'JSONCompactEachRow', clickhouse_settings: SETTINGS });
    return result.json<Row>();
  }
}

const us = (ms: number): number => Math.round(ms * US_PER_MS);
const bounds = ({ fromMs, toMs }: TimeRange): { from: number; to: number } => ({ from: us(fromMs), to: us(toMs) });

/** SQL of the start of the bucket that a point is in, in microseconds. */
function binOf(binning: Binning): readonly [sql: string, params: Readonly<Record<string, unknown>>] {
  if ('widthMs' in binning) return [`intDiv(${US}, {width: Int64}) * {width: Int64}`, { width: us(binning.widthMs) }];
  return [`{edges: Array(Int64)}[arrayCount(edge -> edge <= ${US}, {edges: Array(Int64)})]`, { edges: binning.edgesMs.map(us) }];
}

function columnsOf(rows: readonly Row[], figures: readonly Figure[]): BucketColumns {
  const column = (place: number, factor: number): Float64Array => Float64Array.from(rows, (row) => (row[place] as number) / factor);
  return { fromMs: column(1, US_PER_MS), figures: Object.fromEntries(figures.map((figure, place) => [figure, column(place + 2, isInstant(figure) ? US_PER_MS : 1)])) };
}
