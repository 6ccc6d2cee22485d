import type { Bucket } from '@tenon/domain/telemetry';
import { instantMs } from '../instant.js';
import type { TestMachine } from './telemetry-writer.js';
import type { TelemetryWorld } from './telemetry-world.js';

type Row = Omit<Bucket, 'fromMs' | 'firstAtMs' | 'lastAtMs'> & { key: string; from: number; firstAt: number; lastAt: number };

/** The aggregates of a machine as they stand in the table, by metric, in order of time. */
export async function storedRollUps(world: TelemetryWorld, machine: TestMachine, table: 'minute' | 'hour'): Promise<(key: string) => Bucket[]> {
  const rows = await world.database.sql<Row & Record<string, unknown>>(
    `SELECT s.key, date_part('epoch', r.at) AS "from", count, min, max, sum, first, last, date_part('epoch', first_at) AS "firstAt", date_part('epoch', last_at) AS "lastAt"
     FROM telemetry_${table} r JOIN series s ON s.id = r.series_id WHERE s.device_id = $1 ORDER BY r.at`,
    [machine.deviceId],
  );
  const shown = ({ from, count, min, max, sum, first, last, firstAt, lastAt }: Row): Bucket => ({
    fromMs: instantMs(from),
    count,
    min,
    max,
    sum,
    first,
    last,
    firstAtMs: instantMs(firstAt),
    lastAtMs: instantMs(lastAt),
  });
  return (key) => rows.filter((row) => row.key === key).map(shown);
}
