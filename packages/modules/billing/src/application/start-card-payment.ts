import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { CardGateway, type CheckoutWanted } from '../cards/card-gateway.js';
import { insertCard, listCards, putCheckout, type KeptCard } from '../persistence/card.repository.js';
import { getInvoice, lockInvoice } from '../persistence/read-invoice.repository.js';
import { invoiceView, type InvoiceView } from './invoice-view.js';

/** For how long a page is offered again: long before it expires, so that nobody is led to one that closes while they type. */
const OFFERED_MS = 25 * 60_000;
const PAGE_OPEN_MS = 2 * 60 * 60_000;

type Attempt = Pick<KeptCard, 'id' | 'invoiceId' | 'attemptNo' | 'amountMinor' | 'startedAt' | 'url'>;

/**
 * Leads somebody to a page of the payment service on which they pay an invoice by card. Pressing again within some minutes leads to the
 * same page, in however many windows: one attempt has one key, by which the service makes one page of it.
 */
@Injectable()
export class StartCardPayment {
  constructor(
    private readonly db: TenantDb,
    private readonly cards: CardGateway,
  ) {}

  /** @throws AppError (not-found) INVOICE.NOT_FOUND; (conflict) INVOICE.NOTHING_OWED, CARD.OFF; (invalid) CARD.REFUSED; (unavailable) CARD.UNAVAILABLE */
  async execute(actor: UserActor, invoiceId: string): Promise<{ readonly url: string }> {
    const { attempt, number } = await this.db.transaction(actor, async (tx) => {
      await lockInvoice(tx, invoiceId);
      const invoice = invoiceView(await getInvoice(tx, tx.tenantId, invoiceId), 0);
      if (!this.cards.isOn) throw conflict('CARD.OFF', 'This platform takes no cards.');
      if (invoice.owedMinor <= 0) throw conflict('INVOICE.NOTHING_OWED', 'Nothing is owed of this invoice.', { number: invoice.number });
      return { attempt: await begunAttempt(tx, actor, invoice), number: invoice.number };
    });
    if (attempt.url !== null) return { url: attempt.url };
    // Outside of any transaction: the service may take its time.
    const page = await this.cards.checkout(wanted(attempt, number));
    await this.db.transaction(actor, (tx) => putCheckout(tx, attempt.id, page));
    return { url: page.url };
  }
}

async function begunAttempt(tx: TenantTx, { userId }: UserActor, { id: invoiceId, number, owedMinor }: InvoiceView): Promise<Attempt> {
  const [newest] = await listCards(tx, tx.tenantId, invoiceId);
  if (newest?.state === 'open' && newest.amountMinor === owedMinor && tx.now.getTime() - newest.startedAt.getTime() < OFFERED_MS) return newest;
  const attempt = { id: tx.newId(), invoiceId, attemptNo: (newest?.attemptNo ?? 0) + 1, amountMinor: owedMinor, startedBy: userId };
  await insertCard(tx, attempt);
  await tx.audit('invoice.card-payment-begun', { invoiceId, number, amountMinor: owedMinor });
  return { ...attempt, startedAt: tx.now, url: null };
}

function wanted({ id, invoiceId, attemptNo, amountMinor, startedAt }: Attempt, number: string): CheckoutWanted {
  return { key: `tenon-checkout-${invoiceId}-${attemptNo}`, attemptId: id, invoiceId, number, amountMinor, expiresAt: new Date(startedAt.getTime() + PAGE_OPEN_MS) };
}
