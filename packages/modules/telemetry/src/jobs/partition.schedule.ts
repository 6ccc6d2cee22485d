import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { PartitionRepository } from '../persistence/partition.repository.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const EVERY_MS = 4 * HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;
/** A worker may stand still over a long holiday; the gateway makes what is missing, but in the way of messages. */
const MONTHS_AHEAD = 2;

/** Makes the months of telemetry to come and drops those past retention, at start and every few hours. */
@Injectable()
export class PartitionSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly partitions: PartitionRepository,
    private readonly options: TelemetryWorkerOptions,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'telemetry.partitions-failed' });
  }

  /** Does it once. Doing it again, or in several workers, changes nothing more. */
  async execute(now: Date): Promise<void> {
    await this.system.run('telemetry partitions: ensure', (tx) => this.partitions.ensure(tx, now, MONTHS_AHEAD));
    const dropped = await this.system.run('telemetry partitions: drop', (tx) => this.partitions.drop(tx, now, this.options.keepMonths));
    if (dropped.length > 0) this.log.info('telemetry.partitions-dropped', { dropped });
  }
}
