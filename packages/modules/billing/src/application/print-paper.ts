import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import type { PaperLanguage, PaperRef } from './paper.js';
import { Papers } from './papers.js';

/** A paper as a file. */
export interface PrintedPaper {
  readonly name: string;
  readonly file: Buffer;
}

/** Gives somebody an invoice or a credit note as a file, as it stands now. */
@Injectable()
export class PrintPaper {
  constructor(
    private readonly db: TenantDb,
    private readonly papers: Papers,
  ) {}

  /** @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
  async execute(actor: TenantActor, paper: PaperRef, language: PaperLanguage): Promise<PrintedPaper> {
    const content = await this.db.read(actor, (tx) => this.papers.read(tx, paper));
    return { name: `${content.number}.pdf`, file: await this.papers.write(content, language) };
  }
}
