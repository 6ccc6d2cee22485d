import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { RoleRule } from '@tenon/domain/identity';
import { columnsOf } from './member.repository.js';
import { joinRole, roleColumns, roleOf, type RoleColumns, type RoleRow } from './role-row.js';

/** How a company's provider lets people in without an invitation, and as what. */
export interface SsoAdmission {
  /** Of whoever no rule fits. */
  readonly role: RoleRow;
  /** What the rules are about; null without rules. */
  readonly claim: string | null;
  readonly rules: readonly RoleRule<RoleRow>[];
}

type Standard = RoleColumns & { readonly claim: string | null };

/** How the transaction's company lets people in whom its provider signs in. */
@Injectable()
export class SsoAdmissionRepository {
  /** Undefined where nobody is let in so. */
  async find(tx: TenantTx): Promise<SsoAdmission | undefined> {
    const [standard] = await tx.sql<Standard>(
      `SELECT c.role_claim AS claim, ${roleColumns('c')} FROM (SELECT tenant_id, role_claim, default_role AS role, default_custom_role_id AS custom_role_id FROM sso_connection) c
       ${joinRole('c')} WHERE c.tenant_id = $1 AND c.role IS NOT NULL`,
      [tx.tenantId],
    );
    if (!standard) return undefined;
    const rules = await tx.sql<RoleColumns & { value: string }>(`SELECT s.value, ${roleColumns('s')} FROM sso_role_rule s ${joinRole('s')} WHERE s.tenant_id = $1 ORDER BY s.position`, [tx.tenantId]);
    return { role: roleOf(standard), claim: standard.claim, rules: rules.map(({ value, ...role }) => ({ value, role: roleOf(role) })) };
  }

  /** @param admission null: nobody is let in so */
  async put(tx: TenantTx, admission: SsoAdmission | null): Promise<void> {
    const [role, customRoleId] = admission ? columnsOf(admission.role) : [null, null];
    await tx.execute('UPDATE sso_connection SET default_role = $2, default_custom_role_id = $3, role_claim = $4 WHERE tenant_id = $1', [tx.tenantId, role, customRoleId, admission?.claim ?? null]);
    await tx.execute('DELETE FROM sso_role_rule WHERE tenant_id = $1', [tx.tenantId]);
    for (const [position, rule] of (admission?.rules ?? []).entries()) {
      await tx.execute('INSERT INTO sso_role_rule (tenant_id, position, value, role, custom_role_id) VALUES ($1, $2, $3, $4, $5)', [tx.tenantId, position, rule.value, ...columnsOf(rule.role)]);
    }
  }

  /** Whether anybody may be given the company's own role by it. */
  async gives(tx: TenantTx, customRoleId: string): Promise<boolean> {
    const rows = await tx.sql(
      `SELECT 1 FROM sso_connection WHERE tenant_id = $1 AND default_custom_role_id = $2 UNION ALL SELECT 1 FROM sso_role_rule WHERE tenant_id = $1 AND custom_role_id = $2 LIMIT 1`,
      [tx.tenantId, customRoleId],
    );
    return rows.length > 0;
  }

  /** Whether single sign-on let somebody in. */
  async letIn(tx: TenantTx, userId: string): Promise<boolean> {
    return (await tx.sql('SELECT 1 FROM tenant_member WHERE tenant_id = $1 AND user_id = $2 AND is_by_sso', [tx.tenantId, userId])).length > 0;
  }
}
