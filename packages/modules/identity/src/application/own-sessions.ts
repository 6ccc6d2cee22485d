import { Inject, Injectable } from '@nestjs/common';
import { deviceWords, type DeviceWords } from '@tenon/domain/identity';
import { isUuid, notFound } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { endSession, listSessions, type OwnSession } from '../persistence/own-session.repository.js';
import { endOtherSessions, tellSessionEnded } from '../persistence/session.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PersonTrail } from './person-trail.js';

/** A session, the device in words, and whether it is the one that asks. */
export interface ShownSession extends Omit<OwnSession, 'userAgent'> {
  readonly device: DeviceWords;
  readonly isCurrent: boolean;
}

/** Where somebody is signed in. */
@Injectable()
export class ReadOwnSessions {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  async execute({ userId, session }: Principal): Promise<ShownSession[]> {
    const sessions = await listSessions(this.pool, userId);
    return sessions.map(({ userAgent, ...each }) => ({ ...each, device: deviceWords(userAgent), isCurrent: each.id === session.id }));
  }
}

/** Signs somebody out elsewhere: in one place, or in all but this one. What is followed live there ends at once. */
@Injectable()
export class EndOwnSessions {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError (not-found) SESSION.NOT_FOUND, for another person's too */
  async one(principal: Principal, id: string): Promise<void> {
    if (!isUuid(id) || !(await endSession(this.pool, principal.userId, id))) throw notFound('SESSION.NOT_FOUND', 'There is no such session.');
    await tellSessionEnded(this.pool, principal.userId);
    await this.trail.note(principal, 'member.session-ended', { sessionId: id });
  }

  /** How many there were. Repeating it ends none. */
  async others(principal: Principal): Promise<number> {
    const count = await endOtherSessions(this.pool, principal.userId, principal.session.id);
    if (count === 0) return 0;
    await tellSessionEnded(this.pool, principal.userId);
    await this.trail.note(principal, 'member.session-ended', { count });
    return count;
  }
}
