import { Injectable } from '@nestjs/common';
import { refundCard } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { cardRefundable } from '@tenon/domain/billing';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, notFound, tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { countOpen, listDoubtful } from '../persistence/card-event.repository.js';
import { insertCardRefund, waitingRefunds } from '../persistence/card-refund.repository.js';
import { listCards, lockCard } from '../persistence/card.repository.js';
import { getAnyInvoice, listLines } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { withDecisions, type DecidedCardEvent } from './decide-card-event.js';
import { invoiceView, type WholeInvoice } from './invoice-view.js';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Payments by card as people of the office look after them. */
@Injectable()
export class OfficeCards {
  constructor(private readonly db: SystemDb) {}

  /** What the payment service told and nobody can place, what waits first, with what was decided about it. @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
  doubtful(staff: StaffActor, args: PageArgs): Promise<Page<DecidedCardEvent> & { openCount: number }> {
    const request = pageRequest(args, ['integer', 'instant', 'text']);
    return this.db.runAs(staff, 'office: list card messages', async (tx) => {
      const page = toPage(await listDoubtful(tx, request), request.limit, ({ settledAt, receivedAt, id }) => [settledAt ? '1' : '0', receivedAt.toISOString(), id]);
      return { ...page, nodes: await withDecisions(tx, page.nodes), openCount: await countOpen(tx) };
    });
  }

  /**
   * Sends money back to the card from which it came: a job does, once this is written. Pressing twice sends twice only where twice as much
   * is to be paid back.
   * @throws AppError (not-found) CARD.NOT_FOUND; (conflict) REFUND.TOO_MUCH with the fen that may go back to this card
   */
  refund(staff: StaffActor, { attemptId, amountMinor }: { readonly attemptId: string; readonly amountMinor: number }): Promise<WholeInvoice> {
    return this.db.runAs(staff, 'office: refund a card', async (tx) => {
      const card = await lockCard(tx, { id: attemptId });
      if (!card || card.state !== 'paid') throw notFound('CARD.NOT_FOUND', 'There is no such payment by card.');
      const { tenantId: company, invoiceId } = card;
      const invoice = invoiceView(await getAnyInvoice(tx, invoiceId), (await readTerms(tx, company)).today);
      const goneMinor = card.goneMinor + card.refunds.reduce((sum, { state, amountMinor: fen }) => sum + (state === 'asked' || state === 'sent' ? fen : 0), 0);
      const left = cardRefundable({ owedMinor: invoice.owedMinor, waitingMinor: await waitingRefunds(tx, company, invoiceId), paidMinor: card.amountMinor, goneMinor });
      if (!Number.isInteger(amountMinor) || amountMinor < 1 || amountMinor > left) throw conflict('REFUND.TOO_MUCH', 'Not that much may go back to this card.', { left });
      const id = tx.newId();
      await insertCardRefund(tx, { tenantId: company, id, attemptId: card.id, amountMinor, askedBy: staff.userId });
      await tx.auditFor(tenantId(company), staff, 'invoice.card-refund-asked', { invoiceId, number: invoice.number, amountMinor });
      await tx.enqueueFor(tenantId(company), refundCard, { refundId: id });
      return { ...invoice, lines: await listLines(tx, company, invoiceId), cards: await listCards(tx, company, invoiceId) };
    });
  }
}
