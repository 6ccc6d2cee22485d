import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { ExportRepository, type ExportRow } from '../persistence/export.repository.js';

export type { ExportRow };

const NEWEST = 20;

/** Shows what the company took along, newest first. */
@Injectable()
export class ReadExports {
  constructor(
    private readonly db: TenantDb,
    private readonly exports: ExportRepository,
  ) {}

  execute(actor: TenantActor): Promise<ExportRow[]> {
    return this.db.read(actor, (tx) => this.exports.list(tx, NEWEST));
  }
}
