import { Inject, Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type pg from 'pg';
import { findLink, linkAccount, type ProviderAccount } from '../persistence/sso-account.repository.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { asActor, type SsoJoiner } from './join-by-sso.js';

/**
 * Keeps which account of the company's provider somebody is, in place of one before. A new one stands in the trail first, with who and from where; should the platform
 * end in between, it stands there again. Repeating it changes nothing more.
 */
@Injectable()
export class LinkSsoAccount {
  constructor(
    private readonly db: TenantDb,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
  ) {}

  async execute(person: SsoJoiner, account: ProviderAccount): Promise<void> {
    const { userId, email } = person;
    const { issuer, subject, tenantId } = account;
    const before = (await findLink(this.pool, tenantId, userId)) ?? null;
    if (before?.issuer !== issuer || before.account !== subject) {
      await this.db.transaction(asActor(person, tenantId), (tx) => tx.audit('single-sign-on.account-linked', { memberId: userId, email, before, after: { issuer, account: subject } }));
    }
    await linkAccount(this.pool, account, userId);
  }
}
