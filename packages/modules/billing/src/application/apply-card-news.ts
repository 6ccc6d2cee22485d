import type { SystemTx } from '@tenon/db';
import { cardMoves, disputeMoves, paidMisfit, type CardNews } from '@tenon/domain/billing';
import { tenantId } from '@tenon/kernel';
import { lockIntent, type CardOutcome } from '../persistence/card-event.repository.js';
import { lockCard, putCard, type KeptCard } from '../persistence/card.repository.js';
import { getInvoice } from '../persistence/read-invoice.repository.js';
import { applyRefundNews } from './apply-refund-news.js';
import { noteCardMove } from './card-payments.js';
import { voiceOfPlatform } from './voice.js';

type News<Kind extends CardNews['kind']> = Extract<CardNews, { kind: Kind }>;

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/**
 * Does what the payment service tells, and says what became of it. What was told already, or comes late, changes nothing: each state is
 * left once, under the lock of the invoice and the card, and each move of money has a name that is noted once.
 */
export async function applyCardNews(tx: SystemTx, news: CardNews): Promise<CardOutcome> {
  if ('intent' in news && news.intent !== null) await lockIntent(tx, news.intent);
  const card = await lockCard(tx, 'attemptId' in news ? { id: news.attemptId } : { intent: news.intent });
  if (!card) return { problem: 'unknown', invoiceNumber: null };
  const { number } = await getInvoice(tx, card.tenantId, card.invoiceId);
  return { problem: await applyTo(tx, card, number, news), invoiceNumber: number };
}

function applyTo(tx: SystemTx, card: KeptCard, number: string, news: CardNews): Promise<CardOutcome['problem']> {
  switch (news.kind) {
    case 'paid':
      return paid(tx, card, news);
    case 'disputed':
      return disputed(tx, card, number, news);
    case 'refunded':
      return applyRefundNews(tx, card, news);
    default:
      return unpaid(tx, card, number, news);
  }
}

async function paid(tx: SystemTx, card: KeptCard, news: News<'paid'>): Promise<CardOutcome['problem']> {
  const misfit = paidMisfit(card.amountMinor, news);
  if (misfit) {
    await putCard(tx, card, { intent: news.intent, failure: 'misfit', ...(cardMoves(card.state, 'failed') && { state: 'failed' }) });
    return misfit;
  }
  if (!cardMoves(card.state, 'paid')) return null;
  await putCard(tx, card, { state: 'paid', intent: news.intent });
  await noteCardMove(tx, card, { kind: 'payment', amountMinor: card.amountMinor, move: `paid ${card.id}`, note: '', recordedBy: card.startedBy });
  return null;
}

/** A try that was refused leaves the page open for another card; a page that is over, or whose bank said no in the end, is told. */
async function unpaid(tx: SystemTx, card: KeptCard, number: string, { kind, why }: News<'declined' | 'failed' | 'expired'>): Promise<null> {
  if (kind === 'declined') {
    if (card.state === 'open') await putCard(tx, card, { failure: why ?? 'declined' });
    return null;
  }
  if (!cardMoves(card.state, kind)) return null;
  await putCard(tx, card, { state: kind, failure: why });
  if (kind === 'expired') return null;
  const voice = voiceOfPlatform(tx, tenantId(card.tenantId));
  await voice.audit('invoice.card-payment-failed', { invoiceId: card.invoiceId, number, amountMinor: card.amountMinor });
  await voice.raise('invoice.card-failed', { number, amount: yuan(card.amountMinor) });
  return null;
}

/** Money that a dispute takes back is owed again. */
async function disputed(tx: SystemTx, card: KeptCard, number: string, { dispute, amountMinor }: News<'disputed'>): Promise<null> {
  if (!disputeMoves(card.dispute, dispute)) return null;
  await putCard(tx, card, { dispute });
  const voice = voiceOfPlatform(tx, tenantId(card.tenantId));
  await voice.audit('invoice.card-disputed', { invoiceId: card.invoiceId, number, amountMinor, dispute });
  await voice.raise('invoice.card-disputed', { number, amount: yuan(amountMinor), dispute });
  if (dispute === 'lost') await noteCardMove(tx, card, { kind: 'refund', amountMinor, move: `dispute ${card.id}`, note: 'dispute', recordedBy: card.startedBy });
  return null;
}
