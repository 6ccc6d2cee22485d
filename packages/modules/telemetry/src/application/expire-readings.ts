import { Injectable } from '@nestjs/common';
import { ReadKeptFrom } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import { systemActor, type TenantActor } from '@tenon/domain/identity';
import { DAY_MS, type TenantId } from '@tenon/kernel';
import { EXPIRING, ExpiryRepository, type Expiring } from '../persistence/expiry.repository.js';

const BATCH = 20_000;
/** The ledger of gaps stays so much longer than the readings it tells of, so that each month is stated whole, and revised for two more. */
const LEDGER_LONGER_MS = 93 * DAY_MS;

/** What went, by table. */
export type Expired = Readonly<Record<Expiring, number>>;

/**
 * Deletes a company's readings that are older than its plan keeps, in batches of their own transactions; and says from when on they are kept, by which the
 * gateway refuses older ones. Repeating it deletes what has become too old since.
 */
@Injectable()
export class ExpireReadings {
  constructor(
    private readonly db: TenantDb,
    private readonly keptFrom: ReadKeptFrom,
    private readonly expiry: ExpiryRepository,
  ) {}

  /** @returns what went, and before when; `null` where no plan bounds what is kept */
  async execute(tenantId: TenantId, signal: AbortSignal, batch = BATCH): Promise<{ before: Date; expired: Expired } | null> {
    const actor = systemActor(tenantId);
    // First said, then done: what the gateway takes in between is taken away the next time.
    const before = await this.db.transaction(actor, async (tx) => {
      const from = await this.keptFrom.execute(tx);
      await this.expiry.keepFrom(tx, from);
      if (from) {
        await this.expiry.forgetMarks(tx, from);
        await this.expiry.forgetLedger(tx, new Date(from.getTime() - LEDGER_LONGER_MS));
      }
      return from;
    });
    if (before === null) return null;
    const expired = { telemetry: 0, telemetry_block: 0, telemetry_minute: 0, telemetry_roll_up_block: 0, telemetry_hour: 0 };
    for (const table of EXPIRING) expired[table] = await this.table(actor, table, { before, most: batch, signal });
    return { before, expired };
  }

  private async table(actor: TenantActor, table: Expiring, { before, most, signal }: { before: Date; most: number; signal: AbortSignal }): Promise<number> {
    let total = 0;
    for (const keys of await this.db.read(actor, (tx) => this.expiry.keys(tx, table))) {
      for (let rows = 1; rows > 0; total += rows) {
        signal.throwIfAborted();
        rows = await this.db.transaction(actor, (tx) => this.expiry.expire(tx, table, { keys, before, most }));
      }
    }
    return total;
  }
}
