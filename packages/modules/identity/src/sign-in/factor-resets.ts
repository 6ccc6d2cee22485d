import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { PersonTrail, type PersonAct } from '../application/person-trail.js';
import { deleteFactorReset, findFactorReset, takeDueReset } from '../persistence/factor-reset.repository.js';
import { endAllSessions, tellSessionEnded } from '../persistence/session.repository.js';
import { AUTH_POOL } from './tokens.js';

/** What becomes of a second factor that the office was told is lost. */
@Injectable()
export class FactorResets {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly trail: PersonTrail,
  ) {}

  /** From when on the password alone will do; null where no reset waits. */
  async dueAt(userId: string): Promise<Date | null> {
    return (await findFactorReset(this.pool, userId))?.dueAt ?? null;
  }

  /** Takes the factor of somebody away who has just given their password, where that is due; every session ends, as it was opened with more. Whether it was due. */
  async take(person: PersonAct): Promise<boolean> {
    if (!(await takeDueReset(this.pool, person.userId))) return false;
    await endAllSessions(this.pool, person.userId);
    await tellSessionEnded(this.pool, person.userId);
    await this.trail.note(person, 'member.second-factor-reset');
    return true;
  }

  /** Ends a reset that waits: whoever has the factor has shown that it is not lost. Whether one did. */
  async stop(person: PersonAct): Promise<boolean> {
    const isStopped = await deleteFactorReset(this.pool, person.userId);
    if (isStopped) await this.trail.note(person, 'member.second-factor-reset-stopped');
    return isStopped;
  }
}
