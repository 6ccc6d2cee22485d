import { Injectable } from '@nestjs/common';
import type { Origin } from '@tenon/domain/identity';
import { forbidden, unauthenticated } from '@tenon/kernel';
import { PrincipalResolver, type Principal } from '@tenon/nest';
import { EnterCompany } from '../sign-in/enter-company.js';
import { InvitedPerson } from '../sign-in/invited-person.js';
import { originOf, type CallerAddress, type SignInOutcome } from '../sign-in/caller-address.js';
import { FindInvitation, type FoundInvitation } from './find-invitation.js';
import { demandOpen, JoinCompany } from './join-company.js';

/** What whoever holds a link sends; name and password where they sign up with it. */
export interface Acceptance {
  readonly token: string;
  readonly name: unknown;
  readonly password: unknown;
  /** To which version of the privacy notice they agreed then. */
  readonly privacyVersion: unknown;
}

/**
 * Accepts an invitation by its link: as the person who signs in with the invited address, or by signing up with it. Who
 * holds the link has read the mail, so the address counts as verified. The session is in that company afterwards. A crash
 * on the way leaves a person without a company, who accepts by the same link; repeating it changes nothing more.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly find: FindInvitation,
    private readonly join: JoinCompany,
    private readonly people: InvitedPerson,
    private readonly enter: EnterCompany,
    private readonly principals: PrincipalResolver,
  ) {}

  /**
   * @throws AppError INVITATION.NOT_FOUND; (unauthenticated) AUTH.SIGN_IN_REQUIRED where the address is known; (forbidden)
   *   INVITATION.FOR_SOMEONE_ELSE with the address; as {@link JoinCompany} and {@link InvitedPerson}
   */
  async execute(acceptance: Acceptance, caller: CallerAddress): Promise<SignInOutcome> {
    const found = await this.find.execute(acceptance.token, caller.address);
    const principal = await this.principals.resolve({ cookie: caller.headers.get('cookie') ?? undefined });
    if (principal) return this.asOneself(found, principal, originOf(caller));
    if (found.personId) throw unauthenticated('AUTH.SIGN_IN_REQUIRED', 'Sign in with the invited address first.');
    return this.asNewcomer(found, acceptance, caller);
  }

  private async asOneself({ invitation, personId }: FoundInvitation, { userId, email, name, session }: Principal, origin: Origin): Promise<SignInOutcome> {
    if (userId !== personId) throw forbidden('INVITATION.FOR_SOMEONE_ELSE', 'This invitation is to another address.', { email: invitation.email });
    await this.join.execute({ id: userId, email, name, origin: { ...origin, viaId: session.id } }, invitation);
    await this.people.confirmAddress({ userId, email, origin });
    await this.enter.execute({ userId, sessionId: session.id, tenantId: invitation.tenantId });
    return { cookies: [] };
  }

  private async asNewcomer({ invitation }: FoundInvitation, acceptance: Acceptance, caller: CallerAddress): Promise<SignInOutcome> {
    demandOpen(invitation, new Date());
    const { id, name, cookies } = await this.people.signUp(invitation, acceptance, caller);
    const origin = originOf(caller);
    await this.people.confirmAddress({ userId: id, email: invitation.email, origin });
    await this.join.execute({ id, email: invitation.email, name, origin }, invitation);
    await this.enter.execute({ userId: id, sessionId: null, tenantId: invitation.tenantId });
    return { cookies };
  }
}
