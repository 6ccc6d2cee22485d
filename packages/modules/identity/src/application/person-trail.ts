import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditDetails } from '@tenon/contracts/audit';
import { SystemDb } from '@tenon/db';
import type { Origin } from '@tenon/domain/identity';
import { listCompanyIds } from '../persistence/membership.repository.js';

/** Who did something about their own signing in, and from where. */
export interface PersonAct {
  readonly userId: string;
  readonly email: string;
  readonly origin?: Origin | undefined;
}

/** Says in the trail of every company that somebody belongs to what they did about their own signing in. It concerns each of them. */
@Injectable()
export class PersonTrail {
  constructor(private readonly db: SystemDb) {}

  async note({ userId, email, origin }: PersonAct, action: AuditAction, details: AuditDetails = {}): Promise<void> {
    await this.db.run('sign-in: note in the person’s companies', async (tx) => {
      for (const tenantId of await listCompanyIds(tx, userId)) await tx.auditOf(tenantId, { id: userId, email }, origin, action, { memberId: userId, email, ...details });
    });
  }
}
