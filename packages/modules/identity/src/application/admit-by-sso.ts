import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { readRoleRules, type RoleRule, type UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { RoleRepository } from '../persistence/role.repository.js';
import type { RoleRow } from '../persistence/role-row.js';
import { SsoAdmissionRepository, type SsoAdmission } from '../persistence/sso-admission.repository.js';
import { SsoConnectionRepository } from '../persistence/sso-connection.repository.js';
import { notSetUp, SingleSignOn } from './single-sign-on.js';

/** Whom an owner lets in, roles by their ids. */
export interface WantedAdmission {
  readonly roleId: string;
  readonly claim: string | null;
  readonly rules: readonly RoleRule<string>[];
}

const nameOf = (role: RoleRow): string => role.name ?? role.id;
const facts = (admission: SsoAdmission | undefined): object | null =>
  admission ? { role: nameOf(admission.role), claim: admission.claim, rules: admission.rules.map(({ value, role }) => `${value}: ${nameOf(role)}`) } : null;

/** Lets the provider's people into the company without an invitation, or no longer. Repeating it changes nothing more. */
@Injectable()
export class AdmitBySso {
  constructor(
    private readonly db: TenantDb,
    private readonly sso: SingleSignOn,
    private readonly connections: SsoConnectionRepository,
    private readonly admissions: SsoAdmissionRepository,
    private readonly roles: RoleRepository,
  ) {}

  /** Undefined where nobody is let in so. */
  read(actor: UserActor): Promise<SsoAdmission | undefined> {
    return this.db.read(actor, (tx) => this.admissions.find(tx));
  }

  /**
   * @param wanted null: nobody any more
   * @throws AppError (not-found) SSO.NOT_SET_UP, ROLE.NOT_FOUND; (conflict) SSO.UNPROVEN while the domain does not show that it is the company's, ROLE.OWNER_BY_TRANSFER; (invalid) SSO.RULES; (unavailable) SSO.DNS
   */
  async execute(actor: UserActor, wanted: WantedAdmission | null): Promise<void> {
    if (wanted && !(await this.sso.isProven(actor))) throw unproven();
    await this.db.transaction(actor, async (tx) => {
      if (!(await this.connections.find(tx))) throw notSetUp();
      const [before, after] = [await this.admissions.find(tx), wanted && (await this.admission(tx, wanted))];
      await this.admissions.put(tx, after);
      await tx.audit('single-sign-on.admission-changed', { before: facts(before), after: facts(after ?? undefined) });
    });
  }

  private async admission(tx: TenantTx, { roleId, ...wanted }: WantedAdmission): Promise<SsoAdmission> {
    const { claim, rules } = readRoleRules(wanted.claim, wanted.rules);
    const role = await this.giveable(tx, roleId);
    const given: RoleRule<RoleRow>[] = [];
    for (const rule of rules) given.push({ value: rule.value, role: await this.giveable(tx, rule.role) });
    return { role, claim, rules: given };
  }

  private async giveable(tx: TenantTx, id: string): Promise<RoleRow> {
    if (id === 'owner') throw conflict('ROLE.OWNER_BY_TRANSFER', 'An owner is made by handing over the company.');
    return this.roles.get(tx, id);
  }
}

const unproven = () => conflict('SSO.UNPROVEN', 'The domain does not show yet that it is the company’s.');
