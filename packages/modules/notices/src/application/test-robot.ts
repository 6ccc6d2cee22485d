import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { limited, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RobotRepository } from '../persistence/robot.repository.js';
import type { RobotAnswer } from '../robots/robot-answer.js';
import { RobotPost } from '../robots/robot-post.js';
import { robotTestText } from './notice-words.js';

const TESTS_A_MINUTE = 10;

/** Has a robot say something now, and tells what it answered. A robot that took it has failed nothing; paused it stays until it is resumed. */
@Injectable()
export class TestRobot {
  private readonly tests = new RateLimiterMemory({ points: TESTS_A_MINUTE, duration: MINUTE_MS / SECOND_MS });

  constructor(
    private readonly db: TenantDb,
    private readonly robots: RobotRepository,
    private readonly post: RobotPost,
  ) {}

  /** @throws AppError ROBOT.NOT_FOUND; (limited) ROBOT.TOO_MANY_TESTS; OUTGOING.* where it could not be asked */
  async execute(actor: UserActor, id: string): Promise<RobotAnswer> {
    const robot = await this.db.read(actor, (tx) => this.robots.get(tx, id));
    await this.tests.consume(actor.tenantId).catch(() => {
      throw limited('ROBOT.TOO_MANY_TESTS', `A company tests its robots ${TESTS_A_MINUTE} times a minute.`, { limit: TESTS_A_MINUTE });
    });
    const answer = await this.post.say(robot, robotTestText(robot.language));
    await this.db.transaction(actor, async (tx) => {
      if (answer.isTaken) await this.robots.noteSuccess(tx, id);
      await tx.audit('robot.tested', { robotId: id, name: robot.name, isTaken: answer.isTaken });
    });
    return answer;
  }
}
