import { bucketsOfColumns, type Bucket } from '@tenon/domain/telemetry';
import { openRollUps } from '../blocks/roll-up-blocks.js';
import { instantMs } from '../instant.js';
import type { TestMachine } from './telemetry-writer.js';
import type { TelemetryWorld } from './telemetry-world.js';

type Row = Omit<Bucket, 'fromMs' | 'firstAtMs' | 'lastAtMs'> & { key: string; from: number; firstAt: number; lastAt: number };

/** The aggregates of a machine as they stand in rows and in blocks, by metric, in order of time. */
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
  const blocks = await world.database.sql<{ key: string; bytes: Buffer }>(`SELECT s.key, b.${table}s AS bytes FROM telemetry_roll_up_block b JOIN series s ON s.id = b.series_id WHERE s.device_id = $1 AND b.${table}s IS NOT NULL`, [machine.deviceId]);
  return (key) => {
    const ofKey = <Row extends { key: string }>(some: readonly Row[]): Row[] => some.filter((row) => row.key === key);
    return [...ofKey(rows).map(shown), ...ofKey(blocks).flatMap(({ bytes }) => bucketsOfColumns(openRollUps(bytes, table)))].sort((one, other) => one.fromMs - other.fromMs);
  };
}
