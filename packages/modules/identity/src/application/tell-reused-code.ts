import { Inject, Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { insertMail } from '../persistence/mail-message.repository.js';
import { listCompanyIds } from '../persistence/membership.repository.js';
import { noteReuse } from '../persistence/second-factor.repository.js';
import { findAddress } from '../persistence/session.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PublicUrl } from './public-url.js';
import { reusedCodeMail } from './reused-code-mail.js';

/**
 * Tells somebody that a code of their second factor was given once more: by mail, and in their companies' trails. Whoever has it has their password, too. However
 * often it is tried, they are told once an hour; it may have been they themselves, with a finger too quick.
 * @see OWASP ASVS 4.0.3, 2.8.5
 */
@Injectable()
export class TellReusedCode {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly db: SystemDb,
    private readonly publicUrl: PublicUrl,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async execute(userId: string, address: string): Promise<void> {
    this.log.warn('sign-in.code-reused', { userId, address });
    const email = await findAddress(this.pool, userId);
    if (email === undefined || !(await noteReuse(this.pool, userId))) return;
    await this.db.run('sign-in: tell of a code that was given again', async (tx) => {
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, reusedCodeMail({ email, at: tx.now, link: `${this.publicUrl.href}/settings/security` })) });
      for (const tenantId of await listCompanyIds(tx, userId)) await tx.auditOf(tenantId, { id: userId, email }, undefined, 'member.code-reused', { memberId: userId, email });
    });
  }
}
