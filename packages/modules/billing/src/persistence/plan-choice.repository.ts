import type { Transaction } from '@tenon/db';
import type { PlanChoice } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';

/** Notes that a company chose a plan; `dueMinor` is what the change itself costs, in fen. */
export async function insertChoice(tx: Transaction, tenantId: string, { planId, fromDay }: Pick<PlanChoice, 'planId' | 'fromDay'>, dueMinor: number): Promise<void> {
  await tx.execute('INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor, chosen_at) VALUES ($1, $2, $3, $4, $5, clock_timestamp())', [tenantId, tx.newId(), planId, isoDate(fromDay), dueMinor]);
}

/** Takes back what was agreed for after a day. */
export async function withdrawAfter(tx: Transaction, tenantId: string, today: number): Promise<void> {
  await tx.execute('UPDATE plan_choice SET withdrawn_at = $3 WHERE tenant_id = $1 AND from_day > $2 AND withdrawn_at IS NULL', [tenantId, isoDate(today), tx.now]);
}
