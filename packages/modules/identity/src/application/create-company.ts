import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { conflict, type TenantId } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { insertCompany, listOwned } from '../persistence/membership.repository.js';
import { lockPerson } from '../persistence/person-lock.js';
import type { Auth } from '../sign-in/auth.js';
import { readCompanyName } from '../sign-in/credentials.js';
import { EnterCompany } from '../sign-in/enter-company.js';
import { organisationId } from '../sign-in/organisation.js';
import { AUTH } from '../sign-in/tokens.js';

const MOST_OWNED = 20;

/**
 * Makes another company for somebody who is signed in, with them as its owner, and puts their session into it. Doing it
 * twice with one name, or at once from two windows, makes one company and enters it.
 */
@Injectable()
export class CreateCompany {
  constructor(
    private readonly db: SystemDb,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly enter: EnterCompany,
  ) {}

  /** @throws AppError AUTH.COMPANY_NAME_REQUIRED, AUTH.COMPANY_NAME_TOO_LONG; (conflict) TENANT.TOO_MANY */
  async execute(principal: Principal, input: { name: string }): Promise<TenantId> {
    const name = readCompanyName(input.name);
    const { userId, session } = principal;
    const id = await this.db.run('create a company', async (tx) => {
      await lockPerson(tx, userId);
      const owned = await listOwned(tx, userId);
      const former = owned.find((company) => company.name === name);
      if (former) return former.id;
      if (owned.length >= MOST_OWNED) throw conflict('TENANT.TOO_MANY', `One person owns at most ${MOST_OWNED} companies.`, { limit: MOST_OWNED });
      const made = await organisationId(this.auth, { slug: `company-${randomUUID()}`, name, founderId: userId });
      await insertCompany(tx, { id: made, name, owner: { id: userId, name: principal.name, email: principal.email }, origin: principal.origin });
      return made;
    });
    await this.enter.execute({ userId, sessionId: session.id, tenantId: id });
    return id;
  }
}
