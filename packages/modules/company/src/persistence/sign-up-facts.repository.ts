import type { SystemTx } from '@tenon/db';
import type { SignUpFacts } from '@tenon/domain/sign-ups';

/** The first line of a company's trail says from where its owner signed up. Only those of the hour before are looked at, each by its own key. */
const FACTS = `SELECT array_remove(ARRAY[t.name, p.legal_name], NULL) AS names, p.credit_code AS "creditCode",
    COALESCE(p.credit_code_is_checked OR p.credit_code_confirmed_at IS NOT NULL, false) AS "isCreditCodeSure",
    (SELECT count(*)::int FROM company_profile o WHERE o.credit_code = p.credit_code AND o.tenant_id <> t.id) AS "sharingCode",
    (SELECT lower(split_part(m.email, '@', 2)) FROM tenant_member m WHERE m.tenant_id = t.id AND m.role = 'owner' ORDER BY m.joined_at LIMIT 1) AS "mailDomain",
    (SELECT count(*)::int FROM tenant o JOIN audit_entry e ON e.tenant_id = o.id AND e.seq = 1
      WHERE o.created_at BETWEEN t.created_at - interval '1 hour' AND t.created_at
        AND e.address = (SELECT own.address FROM audit_entry own WHERE own.tenant_id = t.id AND own.seq = 1)) AS "signUpsFromAddress"
  FROM tenant t LEFT JOIN company_profile p ON p.tenant_id = t.id WHERE t.id = $1 AND t.state <> 'erased'`;

/** What companies are called that the office suspended, but for this one. */
const SUSPENDED = `SELECT name FROM (
    SELECT t.id, t.name FROM tenant t WHERE t.suspended_because = 'office'
    UNION SELECT t.id, p.legal_name FROM tenant t JOIN company_profile p ON p.tenant_id = t.id WHERE t.suspended_because = 'office' AND p.legal_name IS NOT NULL) named
  WHERE id <> $1 ORDER BY name`;

/** What is known of a company that signed up; null once it was erased. */
export async function readSignUpFacts(tx: SystemTx, companyId: string): Promise<SignUpFacts | null> {
  const [facts] = await tx.sql<Omit<SignUpFacts, 'suspendedNames'>>(FACTS, [companyId]);
  if (!facts) return null;
  const suspended = await tx.sql<{ name: string }>(SUSPENDED, [companyId]);
  return { ...facts, suspendedNames: suspended.map(({ name }) => name) };
}
