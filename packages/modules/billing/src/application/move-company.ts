import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type { Transaction } from '@tenon/db';
import { CONSEQUENCES, mayMove, move, placeOf, type Cause, type Standing } from '@tenon/domain/life';
import { lockStanding, putMove, type KeptStanding } from '../persistence/standing.repository.js';
import { tellMove } from './tell-move.js';
import type { Voice } from './voice.js';

/** What moves a company. */
export interface CompanyMoved {
  readonly tenantId: string;
  readonly cause: Cause;
  /** Why, where the office suspends it. */
  readonly reason?: string;
  /** By which clock the company's day is taken; the transaction's own, if none is given. */
  readonly now?: Date;
}

/**
 * The one door by which a company moves on in its life: by the table alone, with its trail, its notices, and word to those who hold its
 * machines and screens, in the caller's transaction. Two moves at once go one after the other, and the second is judged by where the
 * first led. Gives where it stands now.
 * @throws AppError (conflict) LIFE.ILLEGAL_MOVE; (not-found) TENANT.NOT_FOUND
 */
export async function moveCompany(tx: Transaction, voice: Voice, { tenantId, cause, reason, now = tx.now }: CompanyMoved): Promise<Standing> {
  const kept = await lockStanding(tx, tenantId, now);
  const next = move(kept.standing, cause, kept.today);
  await putMove(tx, tenantId, { cause, from: placeOf(kept.standing), next, today: kept.today, reason: reasonAfter(kept, next, reason), since: isSame(kept.standing, next) ? kept.movedAt : tx.now });
  await tellMove(voice, { cause, from: kept.standing, next, today: kept.today, reason });
  await announce(tx, tenantId, kept.standing, next);
  return next;
}

/** The same, where the cause moves the company; null where it does not concern one that stands so. */
export async function moveIfItMay(tx: Transaction, voice: Voice, moved: CompanyMoved): Promise<Standing | null> {
  const { standing } = await lockStanding(tx, moved.tenantId, moved.now);
  return mayMove(standing, moved.cause) ? moveCompany(tx, voice, moved) : null;
}

/** What is held moved on beneath: the company stands where it stood. */
function isSame(standing: Standing, next: Standing): boolean {
  return placeOf(standing).state === placeOf(next).state && placeOf(standing).because === placeOf(next).because && standing.sinceDay === next.sinceDay;
}

/** The office's words stay with a company that closes and comes back. */
function reasonAfter(kept: KeptStanding, next: Standing, given: string | undefined): string | null {
  return given ?? ('before' in next ? kept.reason : null);
}

/** Whoever holds the company's machines and screens looks again. */
async function announce(tx: Transaction, tenantId: string, from: Standing, next: Standing): Promise<void> {
  const [ran, runs] = [from, next].map(({ state }) => CONSEQUENCES[state].takesTelemetry);
  if (ran && runs) return;
  await tx.notify(DEVICE_CHANNEL, { kind: runs ? 'tenant-resumed' : 'tenant-suspended', tenantId });
}
