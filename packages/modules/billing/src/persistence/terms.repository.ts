import type { Transaction } from '@tenon/db';
import { termsOn, type MeterLimit, type PlanChoice, type Terms } from '@tenon/domain/billing';
import { localTimeAt } from '@tenon/domain/energy';
import { notFound } from '@tenon/kernel';

/** What a company has today, by its own clock. */
export interface CompanyTerms extends Terms {
  readonly tenantId: string;
  readonly timeZone: string;
  /** Local day, days since 1970-01-01. */
  readonly today: number;
  /** All that was chosen and not taken back, and all that holds for single meters. */
  readonly choices: readonly PlanChoice[];
  readonly limits: readonly MeterLimit[];
}

interface TermsRow {
  readonly timeZone: string;
  readonly choices: readonly PlanChoice[];
  readonly limits: readonly MeterLimit[];
}

const TERMS = `SELECT t.time_zone AS "timeZone",
    COALESCE((SELECT json_agg(json_build_object('planId', c.plan, 'fromDay', c.from_day - DATE '1970-01-01', 'chosenAtMs', date_part('epoch', c.chosen_at) * 1000))
      FROM plan_choice c WHERE c.tenant_id = t.id AND c.withdrawn_at IS NULL), '[]') AS choices,
    COALESCE((SELECT json_agg(json_build_object('meter', l.meter, 'cap', l.cap, 'quota', l.quota)) FROM plan_limit l WHERE l.tenant_id = t.id), '[]') AS limits
  FROM tenant t WHERE t.id = $1`;

/** What the company has now. @throws AppError (not-found) TENANT.NOT_FOUND */
export async function readTerms(tx: Transaction, tenantId: string): Promise<CompanyTerms> {
  const [row] = await tx.prepared<TermsRow>('tenon-terms', TERMS, [tenantId]);
  if (!row) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
  const today = localTimeAt(row.timeZone, tx.now.getTime()).localDay;
  return { ...row, ...termsOn(today, row.choices, row.limits), tenantId, today };
}

/** The same, while nobody else changes it or decides by it, until the transaction ends. */
export async function lockTerms(tx: Transaction, tenantId: string): Promise<CompanyTerms> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.plan ' || $1, 0))`, [tenantId]);
  return readTerms(tx, tenantId);
}
