import { Inject, Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import { MINUTE_MS, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { SilenceRepository, type TurnedMachine } from '../persistence/silence.repository.js';
import { factsOf } from './machine-facts.js';

const EVERY_MS = MINUTE_MS;
/** In one transaction; what is left is taken a minute later. */
const MOST_MACHINES = 1_000;

/**
 * Tells of machines that send nothing any more, once a silence, and of those that are back: every minute. Those of one company that turn
 * together are told together, as a hall without power is one piece of news. Nobody was looking while no worker ran, so a silence counts
 * from a worker's start at the earliest: a platform that stood still overnight tells of no machine that could not reach it.
 */
@Injectable()
export class SilenceSchedule extends Schedule {
  private readonly watchedFrom = new Date();

  constructor(
    private readonly system: SystemDb,
    private readonly silence: SilenceRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'devices.silence-not-told' });
  }

  /** Does it once. Doing it again, or in several workers, tells nobody twice: what is told is noted with it. */
  async execute(now: Date): Promise<void> {
    await this.system.run('devices: tell of silent machines', async (tx) => {
      await raise(tx, 'device.fell-silent', await this.silence.takeSilent(tx, { now, watchedFrom: this.watchedFrom, limit: MOST_MACHINES }));
      await raise(tx, 'device.came-back', await this.silence.takeBack(tx, MOST_MACHINES));
    });
  }
}

async function raise(tx: SystemTx, kind: 'device.fell-silent' | 'device.came-back', turned: readonly TurnedMachine[]): Promise<void> {
  const byCompany = new Map<TenantId, TurnedMachine[]>();
  for (const machine of turned) byCompany.set(machine.tenantId, [...(byCompany.get(machine.tenantId) ?? []), machine]);
  for (const [tenantId, machines] of byCompany) {
    const [first, ...others] = machines;
    await tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind, ...(first && others.length === 0 && { subjectId: first.deviceId }), facts: factsOf(machines) });
  }
}
