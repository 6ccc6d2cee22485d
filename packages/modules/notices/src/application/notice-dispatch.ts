import { Injectable } from '@nestjs/common';
import { deliverNotice } from '@tenon/contracts/jobs';
import type { TenantTx } from '@tenon/db';
import type { NoticeKind } from '@tenon/domain/notices';
import { FeatureFlags } from '@tenon/flags';
import { DeliveryRepository, type DeliveryTarget } from '../persistence/delivery.repository.js';
import { RobotRepository } from '../persistence/robot.repository.js';

/** Promises what goes out of the house: mails, and messages of robots. */
@Injectable()
export class NoticeDispatch {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly robots: RobotRepository,
    private readonly flags: FeatureFlags,
  ) {}

  async begin(tx: TenantTx, noticeId: string, kind: NoticeKind, userIds: readonly string[]): Promise<void> {
    const robots = await this.robotsToldOf(tx, kind);
    const targets: DeliveryTarget[] = [...userIds.map((userId) => ({ userId, robotId: null })), ...robots.map(({ id }) => ({ userId: null, robotId: id }))];
    for (const target of targets) {
      const deliveryId = await this.deliveries.insert(tx, noticeId, target);
      if (deliveryId) await tx.enqueue(deliverNotice, { deliveryId });
    }
  }

  private async robotsToldOf(tx: TenantTx, kind: NoticeKind): Promise<{ id: string }[]> {
    if (!(await this.flags.isOn('notices.robots', tx.tenantId))) return [];
    return (await this.robots.list(tx)).filter(({ noticeKinds, pausedAt }) => noticeKinds.includes(kind) && !pausedAt);
  }
}
