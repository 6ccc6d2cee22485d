import type { Transaction } from '@tenon/db';
import type { PlanChoice } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';

/** A choice with what its change was said to cost, in fen. */
export interface PricedChoice extends PlanChoice {
  readonly id: string;
  readonly dueMinor: number;
}

/** Notes that a company chose a plan, and gives the choice's id; `dueMinor` is what the change itself costs, in fen. */
export async function insertChoice(tx: Transaction, tenantId: string, { planId, fromDay }: Pick<PlanChoice, 'planId' | 'fromDay'>, dueMinor: number): Promise<string> {
  const id = tx.newId();
  await tx.execute('INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor, chosen_at) VALUES ($1, $2, $3, $4, $5, clock_timestamp())', [tenantId, id, planId, isoDate(fromDay), dueMinor]);
  return id;
}

/** Choices that cost something when they were made and have no invoice, oldest first. */
export function listUnbilledChoices(tx: Transaction, tenantId: string): Promise<PricedChoice[]> {
  return tx.sql(
    `SELECT c.id, c.plan AS "planId", c.from_day - DATE '1970-01-01' AS "fromDay", date_part('epoch', c.chosen_at) * 1000 AS "chosenAtMs", c.due_minor::float8 AS "dueMinor"
     FROM plan_choice c WHERE c.tenant_id = $1 AND c.due_minor <> 0 AND c.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.tenant_id = c.tenant_id AND i.occasion = 'change:' || c.id) ORDER BY c.chosen_at`,
    [tenantId],
  );
}

/** Takes back what was agreed for after a day. */
export async function withdrawAfter(tx: Transaction, tenantId: string, today: number): Promise<void> {
  await tx.execute('UPDATE plan_choice SET withdrawn_at = $3 WHERE tenant_id = $1 AND from_day > $2 AND withdrawn_at IS NULL', [tenantId, isoDate(today), tx.now]);
}
