import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { notFound } from '@tenon/kernel';
import { findByToken, isMemberOf, type LinkedInvitation } from '../persistence/invitation-link.repository.js';
import type { Auth } from '../sign-in/auth.js';
import { SignInThrottle } from '../sign-in/throttle.js';
import { AUTH } from '../sign-in/tokens.js';

/** An invitation as its link shows it. */
export interface FoundInvitation {
  readonly invitation: LinkedInvitation;
  /** Who signs in with the invited address, if anybody does yet. */
  readonly personId: string | null;
  /** Whether they belong to the company already. */
  readonly isMember: boolean;
}

/** Finds an invitation by its link's secret, whoever holds it: that is what lets them see it. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws AppError (not-found) INVITATION.NOT_FOUND, for an earlier mail's link too; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async execute(token: string, address: string): Promise<FoundInvitation> {
    await this.throttle.link(address);
    const invitation = await this.db.run('invitation: by its link', (tx) => findByToken(tx, token));
    if (!invitation) throw notFound('INVITATION.NOT_FOUND', 'There is no such invitation.');
    const { internalAdapter } = await this.auth.$context;
    const known = await internalAdapter.findUserByEmail(invitation.email);
    const personId = known?.user.id ?? null;
    const isMember = personId !== null && (await this.db.run('invitation: by its link', (tx) => isMemberOf(tx, invitation.tenantId, personId)));
    return { invitation, personId, isMember };
  }
}
