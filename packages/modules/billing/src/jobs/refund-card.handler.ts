import { Injectable } from '@nestjs/common';
import { refundCard } from '@tenon/contracts/jobs';
import { toAppError } from '@tenon/kernel';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { SendCardRefund } from '../application/send-card-refund.js';

/**
 * Sends money back to the card from which it came. Running it twice is safe: the payment service sends what is asked for under one key
 * once, and each move of money has a name that is noted once. What it refuses is shown as failed; where it does not answer, nobody knows,
 * and the refund waits.
 */
@Injectable()
@HandlesJob(refundCard)
export class RefundCardHandler implements JobHandler<typeof refundCard> {
  constructor(private readonly refunds: SendCardRefund) {}

  async handle({ payload: { refundId }, actor: { tenantId } }: JobContext<typeof refundCard>): Promise<void> {
    try {
      await this.refunds.execute(tenantId, refundId);
    } catch (error) {
      const { code, details } = toAppError(error);
      if (code !== 'CARD.REFUSED') throw error;
      await this.refunds.giveUp(tenantId, refundId, String(details['why']));
    }
  }
}
