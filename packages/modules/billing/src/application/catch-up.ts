import type { Transaction } from '@tenon/db';
import { mayMove } from '@tenon/domain/life';
import { hasLate } from '../persistence/reminder.repository.js';
import { lockStanding } from '../persistence/standing.repository.js';
import { moveCompany } from './move-company.js';
import type { Voice } from './voice.js';

/**
 * Brings a company back that was behind with its bills, where none is late any more: in the transaction that notes the payment, so that
 * nobody who paid waits for a schedule. Asked under the lock, so that of two payments at once the later sees both.
 */
export async function catchUp(tx: Transaction, voice: Voice, tenantId: string): Promise<void> {
  const { standing, today } = await lockStanding(tx, tenantId);
  if (!mayMove(standing, 'paid') || (await hasLate(tx, tenantId, today))) return;
  await moveCompany(tx, voice, { tenantId, cause: 'paid' });
}
