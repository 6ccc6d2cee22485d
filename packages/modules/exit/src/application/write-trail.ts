import { Injectable } from '@nestjs/common';
import { ChainRepository } from '@tenon/audit';
import { TenantDb } from '@tenon/db';
import { exportLine } from '@tenon/domain/audit';
import type { TenantActor } from '@tenon/domain/identity';
import type { PartStore } from '../files/part-store.js';
import type { WrittenFile } from '../persistence/export-file.repository.js';
import { Counted } from './content.js';
import { TRAIL_PATH } from './export-plan.js';

const PIECE = 1_000;

/** Writes a company's audit trail, oldest first, in the form that `npm run verify-audit -- --file` checks. */
@Injectable()
export class WriteTrail {
  constructor(
    private readonly db: TenantDb,
    private readonly chains: ChainRepository,
  ) {}

  async execute(actor: TenantActor, parts: PartStore, signal: AbortSignal): Promise<WrittenFile> {
    const chain = await this.db.read(actor, (tx) => this.chains.find(tx, tx.tenantId));
    const counted = new Counted();
    const measure = await parts.write(counted.lines('', this.pieces(actor, chain?.seq ?? 0, signal)));
    return { path: TRAIL_PATH, ...measure, records: counted.records };
  }

  /** Entries never change and have numbers without gaps, so pieces that are read one after another make one trail. */
  private async *pieces(actor: TenantActor, through: number, signal: AbortSignal): AsyncGenerator<string[], void, void> {
    for (let after = 0, more = true; more; ) {
      signal.throwIfAborted();
      const entries = await this.db.read(actor, (tx) => this.chains.entries(tx, tx.tenantId, { after, through }, PIECE));
      if (entries.length > 0) yield entries.map((entry) => `${exportLine(entry)}\n`);
      after = entries.at(-1)?.seq ?? through;
      more = entries.length === PIECE;
    }
  }
}
