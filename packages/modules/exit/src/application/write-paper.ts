import { Injectable } from '@nestjs/common';
import { Papers } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import type { PartStore } from '../files/part-store.js';
import type { PlannedPaper, WrittenFile } from '../persistence/export-file.repository.js';
import { one } from './content.js';

/** Writes an invoice or a credit note as PDF, as of the moment of the records beside it; anew it is the same file. */
@Injectable()
export class WritePaper {
  constructor(
    private readonly db: TenantDb,
    private readonly papers: Papers,
  ) {}

  async execute(actor: TenantActor, path: string, { language, asOf, ...paper }: PlannedPaper, parts: PartStore): Promise<WrittenFile> {
    const content = await this.db.read(actor, (tx) => this.papers.read(tx, paper, new Date(asOf)));
    const file = await this.papers.write(content, language);
    // It is its invoice's row on paper: no record more.
    return { path, ...(await parts.write(one(file))), records: 0 };
  }
}
