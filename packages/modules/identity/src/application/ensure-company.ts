import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { Origin } from '@tenon/domain/identity';
import type { Auth } from '../sign-in/auth.js';
import { organisationId } from '../sign-in/organisation.js';
import { AUTH } from '../sign-in/tokens.js';
import { findMembership, insertCompany, isCompany } from '../persistence/membership.repository.js';
import { lockPerson } from '../persistence/person-lock.js';

export interface NewOwner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly pendingCompanyName: string;
  /** Where they signed up from. */
  readonly origin?: Origin;
}

/**
 * Sees to it that a person who signed up has their company: the organisation in the sign-in schema, the tenant with the
 * same id, the person as its owner, and their sessions in it. Doing it twice, or at once from two requests, makes one
 * company; once it is made it is never made again, whoever leaves it.
 */
@Injectable()
export class EnsureCompany {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  async execute(owner: NewOwner): Promise<void> {
    const company = await this.db.run('sign-up: create the company', async (tx) => {
      await lockPerson(tx, owner.id);
      return (await findMembership(tx, owner.id)) ?? (await this.create(tx, owner));
    });
    const { adapter, internalAdapter } = await this.auth.$context;
    const outside = [{ field: 'userId', value: owner.id }, { field: 'activeOrganizationId', value: null }];
    if (company) await adapter.updateMany({ model: 'session', where: outside, update: { activeOrganizationId: company } });
    await internalAdapter.updateUser(owner.id, { pendingCompanyName: null });
  }

  /** Null where the company was made before, and its founder has left it since. */
  private async create(tx: SystemTx, owner: NewOwner): Promise<string | null> {
    // The slug is made of the founder's id, so a second try finds what the first one left.
    const id = await organisationId(this.auth, { slug: `company-${owner.id}`, name: owner.pendingCompanyName, founderId: owner.id });
    if (await isCompany(tx, id)) return null;
    await insertCompany(tx, { id, name: owner.pendingCompanyName, owner, origin: owner.origin });
    return id;
  }
}
