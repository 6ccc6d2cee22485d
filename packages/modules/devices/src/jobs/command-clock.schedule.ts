import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, SECOND_MS } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { CommandClockRepository } from '../persistence/command-clock.repository.js';

const EVERY_MS = 5 * SECOND_MS;
/** In one transaction; what is left is taken at the next turn. */
const MOST_AT_ONCE = 1_000;
const KEPT_MS = 90 * DAY_MS;

/**
 * Writes down what time made of commands: expired while they waited, or without an answer for too long; and lets go of those that were
 * settled 90 days ago. Readers see it without this, as they look at the time themselves; screens that follow are told by it.
 */
@Injectable()
export class CommandClockSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly commands: CommandClockRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'devices.commands-not-moved' });
  }

  /** Does it once. Doing it again, or in several workers, changes nothing more. */
  async execute(now: Date): Promise<void> {
    await this.system.run('devices: move commands by time', async (tx) => {
      await this.commands.move(tx, now, MOST_AT_ONCE);
      await this.commands.forget(tx, new Date(now.getTime() - KEPT_MS), MOST_AT_ONCE);
    });
  }
}
