import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { sendMail } from '@tenon/contracts/jobs';
import { SESSION_CHANNEL, type SessionMessage } from '@tenon/contracts/wire';
import { SystemDb, type SystemTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { deleteMailsTo, forgetAccount, holdPlaces, leaveAll, recallInvitations, type HeldPlace } from '../persistence/leaving-account.repository.js';
import { insertMail } from '../persistence/mail-message.repository.js';
import { isStaff } from '../persistence/membership.repository.js';
import { lockPerson } from '../persistence/person-lock.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { accountDeletedMail } from './account-deleted-mail.js';

const BECAUSE = 'account-deleted';

/**
 * Deletes a person's own account, for their password or having signed in just now: they leave every company, whose trail and owners are told, and nothing of them
 * is left but what they did, in the trails and on what belongs to the companies. All of it is one transaction: nobody is left half gone, and a company never
 * without an owner. A mail confirms it. Repeating it finds nobody signed in.
 * @see 个人信息保护法 (PIPL) art. 47
 */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly db: SystemDb,
    private readonly confirm: ConfirmPerson,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (conflict) ACCOUNT.IS_STAFF; ACCOUNT.LAST_OWNER with the names of the companies */
  async execute(principal: Principal, password: string | null): Promise<void> {
    const { userId } = principal;
    await this.confirm.execute(principal, password);
    await this.db.run('account: delete one’s own', async (tx) => {
      await lockPerson(tx, userId);
      const places = await holdPlaces(tx, userId);
      await demandFree(tx, userId, places);
      for (const place of places) await tellLeft(tx, principal, place);
      await this.tellRecalled(tx, principal);
      await leaveAll(tx, userId);
      await deleteMailsTo(tx, principal.email);
      if (principal.isEmailVerified) await tx.enqueue(sendMail, { mailId: await insertMail(tx, accountDeletedMail(principal.email)) });
      await forgetAccount(tx, userId);
      await tx.notify(SESSION_CHANNEL, { userId } satisfies SessionMessage);
    });
  }

  private async tellRecalled(tx: SystemTx, { userId, email, origin }: Principal): Promise<void> {
    for (const { tenantId, id, email: invited, role } of await recallInvitations(tx, userId)) {
      await tx.auditOf(tenantId, { id: userId, email }, origin, 'invitation.revoked', { invitationId: id, email: invited, role, because: 'inviter' });
    }
  }
}

async function demandFree(tx: SystemTx, userId: string, places: readonly HeldPlace[]): Promise<void> {
  if (await isStaff(tx, userId)) throw conflict('ACCOUNT.IS_STAFF', 'People of the platform office are let go before they delete their account.');
  const companies = places.filter(({ isLastOwner }) => isLastOwner).map(({ companyName }) => companyName);
  if (companies.length > 0) throw conflict('ACCOUNT.LAST_OWNER', 'A company would be left without an owner. Hand it over, or close it, first.', { companies });
}

async function tellLeft(tx: SystemTx, { userId, email, origin }: Principal, { tenantId, name, role }: HeldPlace): Promise<void> {
  await tx.auditOf(tenantId, { id: userId, email }, origin, 'member.left', { memberId: userId, email, name, role, because: BECAUSE });
  await tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind: 'member.removed', personId: userId, actorId: userId, subjectId: userId, facts: { name: name || email, role } });
}
