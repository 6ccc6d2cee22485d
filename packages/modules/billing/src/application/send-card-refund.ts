import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { CardGateway, type RefundAnswer } from '../cards/card-gateway.js';
import { attemptOfRefund, findCardRefund } from '../persistence/card-refund.repository.js';
import { lockCard } from '../persistence/card.repository.js';
import { applyRefundNews } from './apply-refund-news.js';

/** Sends one refund to the payment service and writes down its answer. Doing it again asks under the same key, by which the service sends it once. */
@Injectable()
export class SendCardRefund {
  constructor(
    private readonly db: SystemDb,
    private readonly cards: CardGateway,
  ) {}

  /** @throws AppError (unavailable) CARD.UNAVAILABLE; (conflict) CARD.OFF; (invalid) CARD.REFUSED */
  async execute(tenantId: string, refundId: string): Promise<void> {
    const wanted = await this.db.run('billing: read a refund to a card', async (tx) => {
      const card = await lockCard(tx, { id: (await attemptOfRefund(tx, tenantId, refundId)) ?? '' });
      const refund = card && (await findCardRefund(tx, card, refundId));
      return refund?.state === 'asked' && card?.intent ? { refundId, intent: card.intent, amountMinor: refund.amountMinor } : null;
    });
    if (wanted) await this.write(tenantId, refundId, await this.cards.refund(wanted));
  }

  /** Gives a refund up, so that it can be asked for anew. */
  giveUp(tenantId: string, refundId: string, why: string): Promise<void> {
    return this.write(tenantId, refundId, { state: 'failed', why });
  }

  private write(tenantId: string, refundId: string, answer: RefundAnswer): Promise<void> {
    return this.db.run('billing: how a refund to a card went', async (tx) => {
      const card = await lockCard(tx, { id: (await attemptOfRefund(tx, tenantId, refundId)) ?? '' });
      if (card) await applyRefundNews(tx, card, { refundId, ...answer });
    });
  }
}
