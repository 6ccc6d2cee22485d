import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, TenantDb, type TenantTx } from '@tenon/db';
import { dueCause, noticeDue } from '@tenon/domain/life';
import { systemActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { listToLookAt, noteLooked } from '../persistence/passing-days.repository.js';
import { hasLate } from '../persistence/reminder.repository.js';
import { lockStanding, type KeptStanding } from '../persistence/standing.repository.js';
import { moveCompany } from './move-company.js';
import { placeWord } from './tell-move.js';
import { voiceInCompany, type Voice } from './voice.js';

/**
 * Lets days go by for every company: moves those whose days are over, one step, and tells those whose days are nearly over. Doing it again,
 * in several workers or with a clock that jumps, moves nobody twice: each is judged under its lock by where it stands, a step begins its
 * days anew, and a clock that was set back makes nothing due. What ends a closed company's life is its erasure, which is not told here: it stays closed until then.
 */
@Injectable()
export class PassDays {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One company's trouble keeps no other from being looked at. */
  async execute(now = new Date()): Promise<void> {
    const companies = await this.system.run('life: find whose days bring something', (tx) => listToLookAt(tx, now));
    for (const id of companies) {
      await this.lookAt(id, now).catch((error: unknown) => this.log.error('billing.days-not-passed', { tenantId: id, error }));
    }
  }

  private lookAt(id: TenantId, now: Date): Promise<void> {
    return this.db.transaction(systemActor(id), async (tx) => {
      const kept = await lockStanding(tx, id, now);
      const cause = (await isLate(tx, kept)) ? 'invoice-overdue' : dueCause(kept.standing, kept.today);
      if (cause !== null && cause !== 'cooling-off-over') return void (await moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause, now }));
      await noteLooked(tx, kept.today, await tellAhead(voiceInCompany(tx), kept));
    });
  }
}

/** Whether an active company has fallen behind with a bill. */
async function isLate(tx: TenantTx, { standing, today }: KeptStanding): Promise<boolean> {
  return standing.state === 'active' && hasLate(tx, tx.tenantId, today);
}

/** Tells of what is ahead, once; gives what was told last. */
async function tellAhead(voice: Voice, { standing, today, told }: KeptStanding): Promise<string | null> {
  const notice = noticeDue(standing, today);
  // The first day's was told with the move.
  if (!notice || notice.daysLeft === null || notice.onDay === standing.sinceDay || notice.key === told) return told;
  await voice.raise('tenant.change-ahead', { standing: placeWord(standing), days: String(notice.daysLeft) });
  return notice.key;
}
