import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import type { TenantId, TimeRange } from '@tenon/kernel';
import { grouped } from '../grouped.js';
import { LedgerDueRepository } from '../persistence/ledger-due.repository.js';
import { LedgerMachineRepository } from '../persistence/ledger-machine.repository.js';
import { LookAtMachine } from './look-at-machine.js';

/** In one transaction, which holds their ledgers. */
const MOST_MACHINES = 50;
const MOST_DAYS = 31;

/** How far the ledger is brought. */
export interface LedgerRound {
  /** When the platform could not take messages. */
  readonly outages: readonly TimeRange[];
  /** Machines that were looked at later than this wait. */
  readonly before: Date;
  readonly mostDays?: number;
}

/**
 * Brings the ledger of some of a company's machines up to what is stored: what is due is taken and looked at in one transaction. A process that dies on the
 * way leaves it due; two workers take different machines, or one after the other.
 */
@Injectable()
export class KeepLedger {
  constructor(
    private readonly db: TenantDb,
    private readonly dues: LedgerDueRepository,
    private readonly machines: LedgerMachineRepository,
    private readonly look: LookAtMachine,
  ) {}

  /** @returns how many machines were looked at; 0 where nothing is due */
  execute(tenantId: TenantId, { outages, before, mostDays = MOST_DAYS }: LedgerRound): Promise<number> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      const due = grouped(await this.dues.take(tx, before, MOST_MACHINES), ({ deviceId }) => deviceId);
      if (due.size === 0) return 0;
      for (const machine of await this.machines.hold(tx, [...due.keys()])) {
        const left = await this.look.execute(tx, machine, { ranges: due.get(machine.deviceId) ?? [], outages, mostDays });
        await this.dues.add(tx, left.map((range) => ({ deviceId: machine.deviceId, ...range })));
      }
      return due.size;
    });
  }
}
