import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@tenon/contracts/audit';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { notFound } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { ChainRepository, type ChainRow } from '../persistence/chain.repository.js';
import { TrailRepository } from '../persistence/trail.repository.js';
import type { TrailFilter } from './trail-filter.js';

export type Chain = ChainRow;

/** Lets a company's people read what happened in and to it, newest first. */
@Injectable()
export class ReadTrail {
  constructor(
    private readonly db: TenantDb,
    private readonly trail: TrailRepository,
    private readonly chains: ChainRepository,
  ) {}

  execute(actor: TenantActor, args: { first?: number | null | undefined; after?: string | null | undefined }, filter: TrailFilter): Promise<Page<AuditLine>> {
    const request = pageRequest(args, ['instant', 'integer']);
    return this.db.read(actor, async (tx) => {
      const rows = await this.trail.list(tx, request, filter);
      return toPage(rows, request.limit, (row) => [row.at.toISOString(), row.id]);
    });
  }

  /** The trail as a whole. @throws AppError (not-found) AUDIT.NO_TRAIL before anything happened in the company */
  chain(actor: TenantActor): Promise<Chain> {
    return this.db.read(actor, async (tx) => {
      const chain = await this.chains.find(tx, tx.tenantId);
      if (!chain) throw notFound('AUDIT.NO_TRAIL', 'Nothing has happened yet.');
      return chain;
    });
  }
}
