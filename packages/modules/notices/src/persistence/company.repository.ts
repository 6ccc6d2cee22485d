import type { Transaction } from '@tenon/db';

/** What a mail needs of whoever it goes to. */
export interface Addressee {
  readonly email: string;
  readonly companyName: string;
}

/** Somebody of a company; undefined once they have left. */
export async function findAddressee(tx: Transaction, tenantId: string, userId: string): Promise<Addressee | undefined> {
  const rows = await tx.sql<Addressee>('SELECT m.email, t.name AS "companyName" FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id WHERE m.tenant_id = $1 AND m.user_id = $2', [tenantId, userId]);
  return rows[0];
}
