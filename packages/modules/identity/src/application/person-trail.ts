import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditDetails } from '@tenon/contracts/audit';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import type { Origin } from '@tenon/domain/identity';
import { insertMail } from '../persistence/mail-message.repository.js';
import { listCompanyIds } from '../persistence/membership.repository.js';
import { PublicUrl } from './public-url.js';
import { isSignInChange, signInChangeMail } from './sign-in-change-mail.js';

/** Who did something about their own signing in, and from where. */
export interface PersonAct {
  readonly userId: string;
  readonly email: string;
  /** Whether the address is known to be theirs: only then is anything mailed to it. */
  readonly isEmailVerified?: boolean;
  readonly origin?: Origin | undefined;
}

/**
 * Says in the trail of every company that somebody belongs to what they did about their own signing in, as it concerns each of them; and
 * to the person by mail where it changed how they sign in, as it may have been somebody else.
 */
@Injectable()
export class PersonTrail {
  constructor(
    private readonly db: SystemDb,
    private readonly publicUrl: PublicUrl,
  ) {}

  async note({ userId, email, isEmailVerified = false, origin }: PersonAct, action: AuditAction, details: AuditDetails = {}): Promise<void> {
    await this.db.run('sign-in: note in the person’s companies', async (tx) => {
      for (const tenantId of await listCompanyIds(tx, userId)) await tx.auditOf(tenantId, { id: userId, email }, origin, action, { memberId: userId, email, ...details });
      if (!isEmailVerified || !isSignInChange(action)) return;
      const mail = signInChangeMail({ email, change: action, at: tx.now, address: origin?.address, link: `${this.publicUrl.href}/settings/security` });
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, mail) });
    });
  }
}
