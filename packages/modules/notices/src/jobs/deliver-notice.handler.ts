import { Injectable } from '@nestjs/common';
import { deliverNotice } from '@tenon/contracts/jobs';
import { TenantDb } from '@tenon/db';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { MailNotice } from '../application/mail-notice.js';
import { SayByRobot } from '../application/say-by-robot.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';

/**
 * Brings a notice to a mailbox or a robot. Running it twice is safe: what is done is not done again. Only a crash between a
 * robot's yes and our note of it says a message twice.
 */
@Injectable()
@HandlesJob(deliverNotice)
export class DeliverNoticeHandler implements JobHandler<typeof deliverNotice> {
  constructor(
    private readonly db: TenantDb,
    private readonly deliveries: DeliveryRepository,
    private readonly mail: MailNotice,
    private readonly robot: SayByRobot,
  ) {}

  async handle({ payload, actor, attempt }: JobContext<typeof deliverNotice>): Promise<void> {
    const delivery = await this.db.transaction(actor, (tx) => this.deliveries.findWaitingForUpdate(tx, actor.tenantId, payload.deliveryId));
    if (!delivery) return;
    if (delivery.robotId) await this.robot.execute(actor, delivery, attempt);
    else await this.mail.execute(actor.tenantId, delivery.id);
  }
}
