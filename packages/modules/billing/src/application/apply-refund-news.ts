import type { SystemTx } from '@tenon/db';
import { cardRefundMoves, type CardNews, type CardProblem } from '@tenon/domain/billing';
import { tenantId } from '@tenon/kernel';
import { findCardRefund, putCardRefund } from '../persistence/card-refund.repository.js';
import type { KeptCard } from '../persistence/card.repository.js';
import { noteCardMove } from './card-payments.js';
import { voiceOfPlatform } from './voice.js';

/** How a refund went, as the payment service answers or tells later. */
export type RefundNews = Pick<Extract<CardNews, { kind: 'refunded' }>, 'refundId' | 'state' | 'why'>;

/**
 * Writes down how a refund to a card went. What is done is noted as paid back; what comes back after that is noted as paid again, so that
 * it is to be paid back once more. Who calls holds the card's lock.
 */
export async function applyRefundNews(tx: SystemTx, card: KeptCard, { refundId, state, why }: RefundNews): Promise<CardProblem | null> {
  const refund = refundId === null ? undefined : await findCardRefund(tx, card, refundId);
  if (!refund) return 'refund-elsewhere';
  if (!cardRefundMoves(refund.state, state)) return null;
  await putCardRefund(tx, refund, state, why);
  const { amountMinor, askedBy: recordedBy, id } = refund;
  if (state === 'done') await noteCardMove(tx, card, { kind: 'refund', amountMinor, move: `refund ${id}`, note: '', recordedBy });
  if (state === 'failed') {
    if (refund.state === 'done') await noteCardMove(tx, card, { kind: 'payment', amountMinor, move: `returned ${id}`, note: 'refund returned', recordedBy });
    await voiceOfPlatform(tx, tenantId(card.tenantId)).audit('invoice.card-refund-failed', { invoiceId: card.invoiceId, amountMinor, why });
  }
  return null;
}
