import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { CompanyFootprintRepository } from '../persistence/company-footprint.repository.js';
import { FootprintRepository, SERIES_TABLES } from '../persistence/footprint.repository.js';

const BATCH = 20_000;

/** Is told of each batch in the transaction that erased it. */
export type OnErased = (tx: TenantTx, table: string, rows: number) => Promise<void>;

/**
 * Erases all points, blocks and roll-ups of a company, those of machines that were deleted before too, in batches of their own transactions.
 * Repeating it erases what is left.
 */
@Injectable()
export class EraseTelemetry {
  constructor(
    private readonly db: TenantDb,
    private readonly company: CompanyFootprintRepository,
    private readonly footprints: FootprintRepository,
  ) {}

  async execute(actor: TenantActor, signal: AbortSignal, onErased: OnErased): Promise<void> {
    const { shapeIds, seriesIds } = await this.db.read(actor, (tx) => this.company.find(tx));
    for (const shapeId of shapeIds) await this.drain(actor, signal, onErased, { table: 'telemetry', step: (tx) => this.footprints.erasePoints(tx, shapeId, BATCH) });
    for (const table of SERIES_TABLES) {
      for (const seriesId of seriesIds) await this.drain(actor, signal, onErased, { table, step: (tx) => this.footprints.eraseOfSeries(tx, table, seriesId, BATCH) });
    }
  }

  private async drain(actor: TenantActor, signal: AbortSignal, onErased: OnErased, { table, step }: { table: string; step: (tx: TenantTx) => Promise<number> }): Promise<void> {
    for (let rows = 1; rows > 0; ) {
      signal.throwIfAborted();
      rows = await this.db.transaction(actor, async (tx) => {
        const erased = await step(tx);
        if (erased > 0) await onErased(tx, table, erased);
        return erased;
      });
    }
  }
}
