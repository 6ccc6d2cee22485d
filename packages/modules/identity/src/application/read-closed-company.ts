import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { MemberRepository } from '../persistence/member.repository.js';
import { TenantRepository } from '../persistence/tenant.repository.js';

/** What somebody must know of their company to come into it. */
export interface ClosedCompany {
  readonly name: string;
  /** Whether they are an owner, who may come in past a broken provider. */
  readonly isPassable: boolean;
}

/** What is told of a company that opens only by its single sign-on to a session that came by another way: which it is, and whether there is a way in past a broken provider. */
@Injectable()
export class ReadClosedCompany {
  constructor(
    private readonly db: TenantDb,
    private readonly tenants: TenantRepository,
    private readonly members: MemberRepository,
  ) {}

  execute(actor: UserActor): Promise<ClosedCompany> {
    return this.db.read(actor, async (tx) => {
      const [{ name }, member] = [await this.tenants.get(tx), await this.members.find(tx, actor.userId)];
      return { name, isPassable: member?.role.id === 'owner' };
    });
  }
}
