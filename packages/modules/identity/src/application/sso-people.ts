import { Inject, Injectable } from '@nestjs/common';
import { ssoStep, type Origin } from '@tenon/domain/identity';
import { unauthenticated } from '@tenon/kernel';
import type pg from 'pg';
import { deleteAccount, findAccount, insertAccount } from '../persistence/sso-account.repository.js';
import { readPersonName } from '../sign-in/credentials.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { FollowSsoRoles } from './follow-sso-roles.js';
import { JoinBySso } from './join-by-sso.js';
import { LinkSsoAccount } from './link-sso-account.js';
import type { SignedIn } from './sso-sign-in.js';

/** Whoever asks, as far as it is known by other means. */
export interface SsoCaller {
  readonly origin: Origin;
  /** Whom this browser is signed in as by a password or a passkey. */
  readonly signedInAs: string | null;
}

/** A person of the company. */
interface SsoMember {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** Which person of the company somebody is whom its provider has signed in: one that it knows, or one who comes to it so. */
@Injectable()
export class SsoPeople {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly join: JoinBySso,
    private readonly roles: FollowSsoRoles,
    private readonly link: LinkSsoAccount,
  ) {}

  /**
   * A crash on the way leaves an account that the next sign-in goes on with; repeating it changes nothing more.
   * @throws AppError as {@link ssoStep} and {@link JoinBySso}
   */
  async settle(signedIn: SignedIn, caller: SsoCaller): Promise<SsoMember> {
    const { connection, person } = signedIn;
    const account = { ...connection, subject: person.subject };
    const found = await findAccount(this.pool, account, person.email);
    const step = ssoStep(found ? { ...found, isSignedIn: found.userId === caller.signedInAs } : null, { admits: connection.admits, isEmailVerified: person.isEmailVerified });
    const { userId, email, name } = found ?? (await this.create(signedIn));
    const member = { userId, email, name };
    const joiner = { ...member, origin: caller.origin, values: person.values };
    if (step !== 'enter') await this.letIn(signedIn, joiner, step === 'create');
    else if (connection.roleClaim !== null) await this.roles.execute(joiner, connection.tenantId);
    await this.link.execute(joiner, account);
    return member;
  }

  private async create({ connection, person }: SignedIn): Promise<SsoMember> {
    const { email } = person;
    const name = readPersonName(person.name, email);
    const userId = await insertAccount(this.pool, connection.tenantId, { email, name });
    if (userId === undefined) throw unauthenticated('AUTH.SSO_OVER', 'Somebody signed up with this address just now. Begin anew.');
    return { userId, email, name };
  }

  private async letIn({ connection }: SignedIn, joiner: Parameters<JoinBySso['execute']>[0], isNew: boolean): Promise<void> {
    try {
      await this.join.execute(joiner, connection.tenantId);
    } catch (error) {
      if (isNew) await deleteAccount(this.pool, joiner.userId);
      throw error;
    }
  }
}
