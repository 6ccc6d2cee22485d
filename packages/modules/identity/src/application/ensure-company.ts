import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import { tenantId, type TenantId } from '@tenon/kernel';
import type { Auth } from '../sign-in/auth.js';
import { AUTH } from '../sign-in/tokens.js';
import { findMembership, insertCompany, lockPerson } from '../persistence/membership.repository.js';

export interface NewOwner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly pendingCompanyName: string;
}

/**
 * Sees to it that a person who signed up has their company: the organisation in the sign-in schema, the tenant with the
 * same id, and the person as its owner. Doing it twice, or at once from two requests, makes one company.
 */
@Injectable()
export class EnsureCompany {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  execute(owner: NewOwner): Promise<TenantId> {
    return this.db.run('sign-up: create the company', async (tx) => {
      await lockPerson(tx, owner.id);
      const existing = await findMembership(tx, owner.id);
      return existing ? tenantId(existing.tenantId) : this.create(tx, owner);
    });
  }

  private async create(tx: SystemTx, owner: NewOwner): Promise<TenantId> {
    const id = tenantId(await this.organisationId(owner));
    await insertCompany(tx, { id, name: owner.pendingCompanyName, owner });
    return id;
  }

  /** The organisation's slug is made of its founder's id, so a second try finds what the first one left. */
  private async organisationId(owner: NewOwner): Promise<string> {
    const context = await this.auth.$context;
    const slug = `company-${owner.id}`;
    const found = await context.adapter.findOne<{ id: string }>({ model: 'organization', where: [{ field: 'slug', value: slug }] });
    if (found) return found.id;
    const created = await this.auth.api.createOrganization({ body: { name: owner.pendingCompanyName, slug, userId: owner.id } });
    return created.id;
  }
}
