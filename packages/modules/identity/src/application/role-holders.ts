import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { MemberRepository } from '../persistence/member.repository.js';
import { SsoAdmissionRepository } from '../persistence/sso-admission.repository.js';

/** Who has a role of the company's own, or may be given it. */
@Injectable()
export class RoleHolders {
  constructor(
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly admissions: SsoAdmissionRepository,
  ) {}

  /** Lets a role go that nobody holds; invitations that are over forget it. @throws AppError (conflict) ROLE.IN_USE with how many have it or are invited to it, ROLE.GIVEN_BY_SSO */
  async demandNone(tx: TenantTx, roleId: string): Promise<void> {
    const count = (await this.members.idsWithRole(tx, roleId)).length + (await this.invitations.countToRole(tx, roleId));
    if (count > 0) throw conflict('ROLE.IN_USE', 'Somebody has this role.', { count });
    if (await this.admissions.gives(tx, roleId)) throw conflict('ROLE.GIVEN_BY_SSO', 'Single sign-on gives this role.');
    await this.invitations.forgetRole(tx, roleId);
  }
}
