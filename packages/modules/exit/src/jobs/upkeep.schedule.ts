import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { ExportFolder } from '../files/export-folder.js';
import { ExportRepository } from '../persistence/export.repository.js';

const EVERY_MS = HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;
/** An export that is not ready after this has lost its job, with all the tries that it had. */
const GIVEN_UP_MS = 3 * DAY_MS;

/** Removes files of exports whose time is over, at start and every hour. */
@Injectable()
export class ExportUpkeepSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly exports: ExportRepository,
    private readonly folder: ExportFolder,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'exit.upkeep-failed' });
  }

  /** Does it once. The file goes before the note of it, so that doing it again, or in several workers, finds nothing left behind. */
  async execute(): Promise<void> {
    const over = await this.system.run('exit: exports whose time is over', (tx) => this.exports.listOver(tx, new Date(tx.now.getTime() - GIVEN_UP_MS)));
    for (const each of over) {
      await this.folder.remove(each.tenantId, each.id);
      await this.system.run('exit: note that a file is gone', (tx) => this.exports.close(tx, each));
    }
  }
}
