import type { TenantTx } from '@tenon/db';
import { INVITATIONS_AN_HOUR } from '@tenon/domain/identity';
import { HOUR_MS, limited } from '@tenon/kernel';
import type { InvitationRepository } from '../persistence/invitation.repository.js';

/** Lets the company write to one more address this hour. @throws AppError (limited) INVITATION.TOO_MANY */
export async function demandRoomInHour(tx: TenantTx, invitations: InvitationRepository): Promise<void> {
  const count = await invitations.countAskedSince(tx, new Date(tx.now.getTime() - HOUR_MS));
  if (count >= INVITATIONS_AN_HOUR) throw limited('INVITATION.TOO_MANY', `A company invites at most ${INVITATIONS_AN_HOUR} people an hour.`, { limit: INVITATIONS_AN_HOUR });
}
