import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { listCards } from '../persistence/card.repository.js';
import { getInvoice, listInvoices, listLines } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { invoiceView, type InvoiceView, type WholeInvoice } from './invoice-view.js';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The company's invoices: what it owes and owed, and for what. */
@Injectable()
export class ReadInvoices {
  constructor(private readonly db: TenantDb) {}

  /** Newest first. @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
  async list(actor: TenantActor, args: PageArgs): Promise<Page<InvoiceView>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    const views = await this.db.read(actor, async (tx) => {
      const { today } = await readTerms(tx, tx.tenantId);
      return (await listInvoices(tx, tx.tenantId, request)).map((kept) => invoiceView(kept, today));
    });
    return toPage(views, request.limit, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
  }

  /** One with its lines. @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
  get(actor: TenantActor, id: string): Promise<WholeInvoice> {
    return this.db.read(actor, async (tx) => {
      const { today } = await readTerms(tx, tx.tenantId);
      return { ...invoiceView(await getInvoice(tx, tx.tenantId, id), today), lines: await listLines(tx, tx.tenantId, id), cards: await listCards(tx, tx.tenantId, id) };
    });
  }
}
