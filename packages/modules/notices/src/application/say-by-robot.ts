import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { deliverNotice } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { SystemActor } from '@tenon/domain/identity';
import { unavailable } from '@tenon/kernel';
import { DeliveryRepository, type Delivery } from '../persistence/delivery.repository.js';
import { NoticeRepository } from '../persistence/notice.repository.js';
import { RobotRepository, type RobotRow } from '../persistence/robot.repository.js';
import { RobotSpeech } from './robot-speech.js';

/** So many tries in a row pause a robot. */
export const MOST_FAILURES = 5;

interface Message {
  readonly robot: RobotRow;
  readonly text: string;
}

/**
 * Says a notice by a robot. A robot that does not take it is tried again, and paused when it took nothing for
 * {@link MOST_FAILURES} tries in a row, of which its company is told. A crash between its yes and our note of it says it twice.
 */
@Injectable()
export class SayByRobot {
  constructor(
    private readonly db: TenantDb,
    private readonly deliveries: DeliveryRepository,
    private readonly notices: NoticeRepository,
    private readonly robots: RobotRepository,
    private readonly speech: RobotSpeech,
  ) {}

  /** @throws AppError (unavailable) ROBOT.NOT_TAKEN, so that it is tried again */
  async execute(actor: SystemActor, delivery: Delivery, attempt: number): Promise<void> {
    const message = await this.db.transaction(actor, (tx) => this.open(tx, delivery));
    if (!message) return;
    const fault = await this.speech.faultOf(message.robot, message.text);
    const isOver = await this.db.transaction(actor, (tx) => (fault === null ? this.taken(tx, delivery, message.robot) : this.refused(tx, delivery, message.robot, { fault, attempt })));
    if (!isOver) throw unavailable('ROBOT.NOT_TAKEN', 'The robot did not take the message.', { fault });
  }

  private async open(tx: TenantTx, { id, noticeId, robotId }: Delivery): Promise<Message | null> {
    const robot = await this.robots.find(tx, robotId ?? '');
    const notice = await this.notices.find(tx, tx.tenantId, noticeId);
    const text = robot && notice && this.speech.words(notice, robot);
    if (robot && text && !robot.pausedAt) return { robot, text };
    await this.deliveries.noteFault(tx, id, 'ROBOT.PAUSED', true);
    return null;
  }

  private async taken(tx: TenantTx, { id }: Delivery, robot: RobotRow): Promise<true> {
    await this.deliveries.markDelivered(tx, tx.tenantId, id);
    await this.robots.noteSuccess(tx, robot.id);
    return true;
  }

  /** Whether this was the last try. */
  private async refused(tx: TenantTx, { id }: Delivery, robot: RobotRow, { fault, attempt }: { fault: string; attempt: number }): Promise<boolean> {
    const pausedName = await this.robots.noteFailure(tx, robot.id, MOST_FAILURES);
    const isOver = pausedName !== null || attempt >= deliverNotice.attempts;
    await this.deliveries.noteFault(tx, id, fault, isOver);
    if (pausedName !== null) {
      await tx.audit('robot.paused', { robotId: robot.id, name: pausedName, fault });
      await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'robot.paused', subjectId: robot.id, facts: { name: pausedName } });
    }
    return isOver;
  }
}
