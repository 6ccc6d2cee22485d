import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { AuditEntry } from '@tenon/domain/audit';
import type { TenantActor } from '@tenon/domain/identity';
import { ChainRepository } from '../persistence/chain.repository.js';
import type { TrailFilter } from './trail-filter.js';

const ENTRIES = 1_000;

/**
 * Hands a company's trail out, oldest first, piece by piece, however long it is. That it was handed out is written in the
 * trail before the first entry leaves, and is the last of what leaves. Each repetition is another entry.
 */
@Injectable()
export class ExportTrail {
  constructor(
    private readonly db: TenantDb,
    private readonly chains: ChainRepository,
  ) {}

  /** Writes down that it is handed out, and then gives the entries as they are asked for. */
  async execute(actor: TenantActor, request: { readonly format: string; readonly filter: TrailFilter }): Promise<AsyncGenerator<AuditEntry[]>> {
    await this.db.transaction(actor, (tx) => tx.audit('audit.exported', request));
    const chain = await this.db.read(actor, (tx) => this.chains.find(tx, tx.tenantId));
    return this.pieces(actor, request.filter, chain?.seq ?? 0);
  }

  private async *pieces(actor: TenantActor, filter: TrailFilter, through: number): AsyncGenerator<AuditEntry[]> {
    for (let after = 0, more = true; more; ) {
      const piece = await this.db.read(actor, (tx) => this.chains.entries(tx, tx.tenantId, { after, through, filter }, ENTRIES));
      if (piece.length > 0) yield piece;
      after = piece.at(-1)?.seq ?? through;
      more = piece.length === ENTRIES;
    }
  }
}
