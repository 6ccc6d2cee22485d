import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { OldMessageKeyRepository } from '../persistence/old-message-key.repository.js';

const EVERY_MS = 10 * MINUTE_MS;
/** In one transaction; what is left follows at once. */
const MOST_AT_ONCE = 10_000;

/** Lets go of the names under which machines sent messages, a day after they did. */
@Injectable()
export class MessageKeySchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly keys: OldMessageKeyRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'telemetry.message-keys-not-forgotten' });
  }

  /** Does it once. Doing it again, or in several workers, changes nothing more. */
  async execute(now: Date): Promise<void> {
    const before = new Date(now.getTime() - DAY_MS);
    let forgotten = MOST_AT_ONCE;
    while (forgotten === MOST_AT_ONCE) forgotten = await this.system.run('telemetry: forget message keys', (tx) => this.keys.forget(tx, before, MOST_AT_ONCE));
  }
}
