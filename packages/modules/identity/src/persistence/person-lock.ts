import type { Transaction } from '@tenon/db';
import { unauthenticated } from '@tenon/kernel';

/** Lets one transaction at a time decide about a person, until it ends. Before any company's row is locked, or two might wait for each other. */
export async function lockPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [userId]);
}

/**
 * Sees to it that a person has an account still, and keeps it until the transaction ends: somebody who joins a company may have deleted theirs since they were let in.
 * @throws AppError (unauthenticated) AUTH.SIGN_IN_REQUIRED
 */
export async function demandAccount(tx: Transaction, userId: string): Promise<void> {
  await lockPerson(tx, userId);
  const [row] = await tx.sql<{ has: boolean }>('SELECT tenon_has_account($1) AS has', [userId]);
  if (!row?.has) throw unauthenticated('AUTH.SIGN_IN_REQUIRED', 'This account is gone.');
}
