import type { Transaction } from '@tenon/db';
import { isoDate, localTimeAt } from '@tenon/domain/energy';
import type { Cause, LifeState, Place, Standing, Suspension } from '@tenon/domain/life';
import { placeOf } from '@tenon/domain/life';
import { isUuid, notFound } from '@tenon/kernel';

/** Where a company stands, as it is kept. */
export interface KeptStanding {
  readonly standing: Standing;
  /** Why the office suspended it; kept while it is closed meanwhile. */
  readonly reason: string | null;
  readonly movedAt: Date;
  /** Key of the last notice of what is ahead. */
  readonly told: string | null;
  readonly name: string;
  /** The company's local day. */
  readonly today: number;
}

interface StandingRow {
  readonly state: LifeState;
  readonly because: Suspension | null;
  readonly sinceDay: number;
  readonly before: Standing | null;
  readonly reason: string | null;
  readonly movedAt: Date;
  readonly told: string | null;
  readonly timeZone: string;
  readonly name: string;
}

const STANDING = `SELECT s.state, s.because, s.since_day - DATE '1970-01-01' AS "sinceDay", s.held AS before, s.reason, s.moved_at AS "movedAt", s.told, t.time_zone AS "timeZone", t.name
  FROM company_standing s JOIN tenant t ON t.id = s.tenant_id WHERE s.tenant_id = $1`;

/** Columns that belong together by the constraints of the table. */
function standingOf({ state, because, sinceDay, before }: StandingRow): Standing {
  if (state === 'closed' && before) return { state, sinceDay, before };
  if (state === 'suspended' && because === 'office' && before) return { state, because, sinceDay, before };
  if (state === 'suspended') return { state, because: because === 'unpaid' ? because : 'trial-ended', sinceDay };
  return { state: state === 'closed' ? 'erased' : state, sinceDay };
}

async function find(tx: Transaction, tenantId: string, now: Date, lock: string): Promise<KeptStanding> {
  const [row] = isUuid(tenantId) ? await tx.sql<StandingRow>(STANDING + lock, [tenantId]) : [];
  if (!row) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
  const { reason, movedAt, told, timeZone, name } = row;
  return { standing: standingOf(row), reason, movedAt, told, name, today: localTimeAt(timeZone, now.getTime()).localDay };
}

/** Where the company stands. @throws AppError (not-found) TENANT.NOT_FOUND */
export function readStanding(tx: Transaction, tenantId: string, now = tx.now): Promise<KeptStanding> {
  return find(tx, tenantId, now, '');
}

/** The same, while nobody else moves it, until the transaction ends. Taken after every other lock of the company but the trail's. */
export function lockStanding(tx: Transaction, tenantId: string, now = tx.now): Promise<KeptStanding> {
  return find(tx, tenantId, now, ' FOR UPDATE OF s');
}

/** A move that is to be kept. */
export interface MoveToKeep {
  readonly cause: Cause;
  readonly from: Place;
  readonly next: Standing;
  readonly today: number;
  readonly reason: string | null;
  /** Since when it stands so. */
  readonly since: Date;
}

/** Writes where a company stands now, that it moved, and what those read who ask with each request, all in one statement: they never say different things. */
export async function putMove(tx: Transaction, tenantId: string, { cause, from, next, today, reason, since }: MoveToKeep): Promise<void> {
  const { state, because } = placeOf(next);
  await tx.execute(
    `WITH standing AS (
       UPDATE company_standing SET state = $2, because = $3, since_day = $4, held = $5, reason = $6, moved_at = $7, told = NULL, looked_on = NULL WHERE tenant_id = $1),
     moved AS (
       INSERT INTO company_move (tenant_id, move_no, cause, from_state, from_because, to_state, to_because, on_day, reason, moved_at)
       SELECT $1, COALESCE(max(move_no), 0) + 1, $8, $9, $10, $2, $3, $11, $12, $13 FROM company_move WHERE tenant_id = $1)
     UPDATE tenant SET state = $2, suspended_because = $3, suspended_reason = CASE WHEN $2 = 'suspended' THEN $6 END, suspended_at = CASE WHEN $2 = 'suspended' THEN $7::timestamptz END WHERE id = $1`,
    [
      ...[tenantId, state, because, isoDate(next.sinceDay), 'before' in next ? JSON.stringify(next.before) : null, reason, since],
      ...[cause, from.state, from.because, isoDate(today), cause === 'office-suspended' ? reason : null, tx.now],
    ],
  );
}
