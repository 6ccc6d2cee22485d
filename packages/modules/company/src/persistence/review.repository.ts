import type { SystemTx, TenantTx } from '@tenon/db';
import type { Review, ReviewDecision, ReviewState, Signal } from '@tenon/domain/sign-ups';
import { isUuid } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** What somebody of the office decided. */
export interface DecisionRow {
  readonly decision: ReviewDecision;
  readonly note: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** A review as the office sees it. */
export interface ReviewRow {
  readonly companyId: string;
  readonly companyName: string;
  readonly state: ReviewState;
  readonly signals: readonly Signal[];
  readonly openedAt: Date;
  /** The newest first. */
  readonly decisions: readonly DecisionRow[];
}

/** What a company is asked for, and since when. */
export interface AskedRow {
  readonly asked: string;
  readonly askedAt: Date;
}

type Kept = Omit<ReviewRow, 'decisions'> & { readonly decisions: readonly (Omit<DecisionRow, 'decidedAt'> & { readonly decidedAt: string })[] };

const ROW = `SELECT r.tenant_id AS "companyId", t.name AS "companyName", r.state, r.signals, r.opened_at AS "openedAt",
    COALESCE((SELECT json_agg(json_build_object('decision', d.decision, 'note', d.note, 'decidedBy', d.decided_by, 'decidedAt', d.decided_at) ORDER BY d.decided_at DESC)
      FROM sign_up_decision d WHERE d.tenant_id = r.tenant_id), '[]') AS decisions
  FROM sign_up_review r JOIN tenant t ON t.id = r.tenant_id`;

const rowOf = ({ decisions, ...kept }: Kept): ReviewRow => ({ ...kept, decisions: decisions.map((each) => ({ ...each, decidedAt: new Date(each.decidedAt) })) });

/** Reviews in a state, those that wait longest first; one more than the page holds. */
export async function listReviews(tx: SystemTx, state: ReviewState, page: PageRequest): Promise<ReviewRow[]> {
  const [at, id] = page.after ?? [null, null];
  const rows = await tx.sql<Kept>(`${ROW} WHERE r.state = $1 AND ($2::timestamptz IS NULL OR (r.opened_at, r.tenant_id) > ($2::timestamptz, $3::uuid)) ORDER BY r.opened_at, r.tenant_id LIMIT $4`, [state, at, id, page.limit + 1]);
  return rows.map(rowOf);
}

export async function countReviews(tx: SystemTx, state: ReviewState): Promise<number> {
  return (await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM sign_up_review WHERE state = $1', [state]))[0]?.count ?? 0;
}

/** Of these companies, by their ids; one without a review is not there. */
export async function listReviewsOf(tx: SystemTx, companyIds: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> {
  const rows = await tx.sql<Kept>(`${ROW} WHERE r.tenant_id = ANY ($1::uuid[])`, [companyIds]);
  return new Map(rows.map((row) => [row.companyId, rowOf(row)]));
}

/** One review with what was seen of it so far, which nobody else changes until the transaction ends; null where there is none. */
export async function lockReview(tx: SystemTx, companyId: string): Promise<Review | null> {
  if (!isUuid(companyId)) return null;
  const [row] = await tx.sql<Review>(
    `SELECT r.state, r.signals, COALESCE((SELECT jsonb_agg(s) FROM sign_up_decision d, jsonb_array_elements(d.signals) s WHERE d.tenant_id = r.tenant_id), '[]') AS seen
     FROM sign_up_review r WHERE r.tenant_id = $1 FOR UPDATE OF r`,
    [companyId],
  );
  return row ?? null;
}

/** Keeps where a review stands; one that is open again waits from now on. What was asked stays only with its state. */
export async function putReview(tx: SystemTx, companyId: string, { state, signals }: Pick<Review, 'state' | 'signals'>, asked: string | null = null): Promise<void> {
  await tx.execute(
    `INSERT INTO sign_up_review AS r (tenant_id, state, signals, opened_at, asked, asked_at) VALUES ($1, $2, $3, $4, $5, CASE WHEN $5::text IS NOT NULL THEN $4::timestamptz END)
     ON CONFLICT (tenant_id) DO UPDATE SET state = EXCLUDED.state, signals = EXCLUDED.signals, asked = EXCLUDED.asked, asked_at = EXCLUDED.asked_at,
       opened_at = CASE WHEN EXCLUDED.state = 'open' AND r.state <> 'open' THEN EXCLUDED.opened_at ELSE r.opened_at END`,
    [companyId, state, JSON.stringify(signals), tx.now, asked],
  );
}

/** Notes what was decided, on what was seen. */
export async function insertDecision(tx: SystemTx, companyId: string, { decision, note, decidedBy }: Omit<DecisionRow, 'decidedAt'>, signals: readonly Signal[]): Promise<void> {
  await tx.execute('INSERT INTO sign_up_decision (tenant_id, id, decision, note, signals, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [companyId, tx.newId(), decision, note, JSON.stringify(signals), decidedBy, tx.now]);
}

/** What the company is asked for just now; null where it is nothing. */
export async function findAsked(tx: TenantTx): Promise<AskedRow | null> {
  return (await tx.sql<AskedRow>('SELECT asked, asked_at AS "askedAt" FROM sign_up_review WHERE tenant_id = $1 AND asked IS NOT NULL', [tx.tenantId]))[0] ?? null;
}
