import { Injectable } from '@nestjs/common';
import { deleteReadings } from '@tenon/contracts/jobs';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { invalid, notFound, type TimeRange } from '@tenon/kernel';
import { LatestValueRepository } from '../persistence/latest-value.repository.js';
import { SeriesRepository, seriesNotFound, type Series } from '../persistence/series.repository.js';

const MOST_KEYS = 100;

/** Which readings a person wants gone. */
export interface ReadingsToDelete {
  readonly deviceId: string;
  /** Metrics, as the machine calls them. */
  readonly keys: readonly string[];
  readonly range: TimeRange;
}

/**
 * Deletes what some metrics of a machine said in a range, for good: a sensor that was being fitted, a test run. It is in the audit trail at once and done by a
 * job within moments; charts, reports and the newest value follow. What the company used of its plan stays counted. Doing it again deletes what came since.
 * Errors: DEVICE.NOT_FOUND, SERIES.NOT_FOUND, TELEMETRY.KEYS_INVALID.
 */
@Injectable()
export class DeleteReadings {
  constructor(
    private readonly db: TenantDb,
    private readonly series: SeriesRepository,
    private readonly latest: LatestValueRepository,
  ) {}

  async execute(actor: TenantActor, { deviceId, keys, range }: ReadingsToDelete): Promise<Series[]> {
    demand(actor, 'telemetry:delete');
    const wanted = [...new Set(keys)];
    if (wanted.length === 0 || wanted.length > MOST_KEYS) throw invalid('TELEMETRY.KEYS_INVALID', `Name 1 to ${MOST_KEYS} metrics.`, { count: wanted.length });
    return this.db.transaction(actor, async (tx) => {
      if (!(await this.latest.knowsDevice(tx, deviceId))) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.', { deviceId });
      const byKey = new Map((await this.series.ofDevices(tx, [deviceId])).map((one) => [one.key, one]));
      const chosen = wanted.map((key) => byKey.get(key) ?? raise(seriesNotFound(key)));
      await tx.enqueue(deleteReadings, { deviceId, seriesIds: chosen.map(({ id }) => id), ...range });
      await tx.audit('device.readings-deleted', { deviceId, keys: wanted, from: new Date(range.fromMs).toISOString(), to: new Date(range.toMs).toISOString() });
      return chosen;
    });
  }
}

function raise(error: Error): never {
  throw error;
}
