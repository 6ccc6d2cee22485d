import type { SystemTx } from '@tenon/db';
import { isoDate } from '@tenon/domain/energy';
import { tenantId } from '@tenon/kernel';
import type { KeptCard } from '../persistence/card.repository.js';
import { insertPayment } from '../persistence/payment.repository.js';
import { getInvoice } from '../persistence/read-invoice.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { settleInvoice } from './settle-invoice.js';
import { voiceOfPlatform } from './voice.js';

/** A move of a card's money: what moved, and under which name it is noted once. */
export interface CardMove {
  readonly kind: 'payment' | 'refund';
  readonly amountMinor: number;
  readonly move: string;
  readonly note: string;
  readonly recordedBy: string;
}

/** Notes that a card's money moved, in the company's trail too, and where its invoice stands after it; gives the invoice's number. Who calls holds the card's lock. */
export async function noteCardMove(tx: SystemTx, card: KeptCard, { kind, amountMinor, move, note, recordedBy }: CardMove): Promise<string> {
  const { tenantId: company, invoiceId } = card;
  const voice = voiceOfPlatform(tx, tenantId(company));
  const [{ today }, { number }] = [await readTerms(tx, company), await getInvoice(tx, company, invoiceId)];
  await insertPayment(tx, { tenantId: company, invoiceId, kind, amountMinor, paidOn: isoDate(today), bankEntryId: null, note, recordedBy, card: { attemptId: card.id, move } });
  await voice.audit(kind === 'payment' ? 'invoice.payment-recorded' : 'invoice.refund-recorded', { invoiceId, number, amountMinor, by: 'card' });
  await settleInvoice(tx, voice, { tenantId: company, id: invoiceId });
  return number;
}
