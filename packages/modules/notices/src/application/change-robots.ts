import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { RobotRepository, type RobotRow } from '../persistence/robot.repository.js';
import type { RobotKind } from '../robots/robot-kind.js';
import { RobotPost } from '../robots/robot-post.js';
import { readRobot, readSecret, type RobotWords } from './read-robot.js';

/** Everybody in a chat hears them; more would be noise. */
const MOST_ROBOTS = 20;

interface Whereabouts {
  readonly url: string;
  readonly secret?: string | null | undefined;
}

/** What of a robot is to be another; what is left out stays. */
export interface RobotChanges extends Partial<RobotWords> {
  readonly id: string;
  /** Address and secret together: neither is shown again, so neither is kept while the other changes. */
  readonly address?: Whereabouts | undefined;
  readonly isPaused?: boolean | undefined;
}

const shown = ({ name, language, noticeKinds, addressHint, pausedAt }: RobotRow) => ({ name, language, noticeKinds, address: addressHint, isPaused: pausedAt !== null });

/** The robots in chats that a company has. */
@Injectable()
export class ChangeRobots {
  constructor(
    private readonly db: TenantDb,
    private readonly robots: RobotRepository,
    private readonly post: RobotPost,
  ) {}

  /** Adds one; it is told from the next notice on. Each repetition adds another. @throws AppError as {@link readRobot}; (invalid) OUTGOING.*; (conflict) ROBOT.TOO_MANY */
  add(actor: UserActor, { kind, address, ...words }: RobotWords & { kind: RobotKind; address: Whereabouts }): Promise<RobotRow> {
    const read = readRobot(words);
    const secret = readSecret(address.secret);
    return this.db.transaction(actor, async (tx) => {
      await this.robots.lockAll(tx);
      if ((await this.robots.list(tx)).length >= MOST_ROBOTS) throw conflict('ROBOT.TOO_MANY', `A company has at most ${MOST_ROBOTS} robots.`, { limit: MOST_ROBOTS });
      const id = tx.newId();
      await this.robots.insert(tx, { id, kind, ...read, ...this.post.seal(id, { url: address.url, secret }) });
      const robot = await this.robots.get(tx, id);
      await tx.audit('robot.added', { robotId: id, kind, ...shown(robot) });
      return robot;
    });
  }

  /** Changes one. Whoever resumes it begins anew with counting what fails. @throws AppError ROBOT.NOT_FOUND; as {@link add} */
  update(actor: UserActor, { id, address, isPaused, ...changes }: RobotChanges): Promise<RobotRow> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.robots.getForUpdate(tx, id);
      const words = readRobot({ ...before, ...changes });
      const place = address ? this.post.seal(id, { url: address.url, secret: readSecret(address.secret) }) : {};
      const after = { ...before, ...words, ...place, ...pausing(before, isPaused, tx.now) };
      await this.robots.save(tx, after);
      await tx.audit('robot.updated', { robotId: id, before: shown(before), after: shown(after) });
      return after;
    });
  }

  /** Takes one away, with what was on its way to it. Repeating it fails with ROBOT.NOT_FOUND. */
  remove(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const robot = await this.robots.getForUpdate(tx, id);
      await this.robots.delete(tx, id);
      await tx.audit('robot.removed', { robotId: id, ...shown(robot) });
      return id;
    });
  }

  list(actor: UserActor): Promise<RobotRow[]> {
    return this.db.read(actor, (tx) => this.robots.list(tx));
  }
}

function pausing(before: RobotRow, isPaused: boolean | undefined, now: Date): Pick<RobotRow, 'failureCount' | 'pausedAt'> {
  if (isPaused === undefined) return before;
  return isPaused ? { failureCount: before.failureCount, pausedAt: before.pausedAt ?? now } : { failureCount: 0, pausedAt: null };
}
