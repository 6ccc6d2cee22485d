import { AskBuckets } from '../application/query/ask-buckets.js';
import { AskLast } from '../application/query/ask-last.js';
import { AskPoints } from '../application/query/ask-points.js';
import { AskTelemetry } from '../application/query/ask-telemetry.js';
import { ColumnBuckets } from '../application/query/column-buckets.js';
import type { TelemetryTable } from '../application/query/frame.js';
import { BucketRepository } from '../persistence/bucket.repository.js';
import { PointRepository } from '../persistence/point.repository.js';
import { ColumnBucketRepository } from '../persistence/query/column-bucket.repository.js';
import { LastValueRepository } from '../persistence/query/last-value.repository.js';
import { SelectedSeriesRepository } from '../persistence/query/selected-series.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { PostgresStore } from '../store/postgres-store.js';
import type { TelemetryStore } from '../store/telemetry-store.js';
import type { TelemetryWorld } from './telemetry-world.js';

/** The store in PostgreSQL, wired by hand. */
export function postgresStore({ db: { tenant } }: Pick<TelemetryWorld, 'db'>): PostgresStore {
  const sources = new SeriesSourceRepository();
  return new PostgresStore(tenant, sources, new PointRepository(), new ColumnBuckets(sources, new ColumnBucketRepository(), new BucketRepository()), new LastValueRepository());
}

/** What answers questions about many machines, wired by hand. */
export function askTelemetry(world: Pick<TelemetryWorld, 'db'>, store: TelemetryStore = postgresStore(world)): AskTelemetry {
  return new AskTelemetry(world.db.tenant, new SelectedSeriesRepository(), new AskPoints(store), new AskBuckets(store), new AskLast(store));
}

/** One row of an answer. */
export interface AnsweredRow {
  readonly machine: string | null;
  readonly metric: string | null;
  readonly place: string | null;
  readonly atMs: number;
  readonly values: readonly unknown[];
}

/** All rows of an answer, in its order. */
export async function rowsOf({ frames }: TelemetryTable): Promise<AnsweredRow[]> {
  const rows: AnsweredRow[] = [];
  for await (const { labels, atMs, values, rich } of frames) {
    for (let row = 0; row < atMs.length; row += 1) {
      const json = rich?.[row] ?? null;
      rows.push({ machine: labels.deviceName, metric: labels.key, place: labels.placeName, atMs: atMs[row] as number, values: json === null ? values.map((column) => column[row] ?? null) : [JSON.parse(json) as unknown] });
    }
  }
  return rows;
}
