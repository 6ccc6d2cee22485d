import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { listPlaces, type Place } from '../persistence/session.repository.js';
import { EnterCompany } from '../sign-in/enter-company.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** A company that the person belongs to, and whether their session is in it. */
export interface OwnPlace extends Place {
  readonly isCurrent: boolean;
}

/** The companies that somebody belongs to, by name. */
@Injectable()
export class ReadOwnCompanies {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  async execute({ userId, user, session }: Principal): Promise<OwnPlace[]> {
    return (await listPlaces(this.pool, userId, session.id)).map((place) => ({ ...place, isCurrent: place.id === user?.tenantId }));
  }
}

/** Puts the session into another of the person's companies, without signing out. Repeating it changes nothing more. */
@Injectable()
export class SwitchCompany {
  constructor(
    private readonly companies: ReadOwnCompanies,
    private readonly enter: EnterCompany,
  ) {}

  /** @throws AppError (not-found) TENANT.NOT_FOUND, for a company that they do not belong to too */
  async execute(principal: Principal, id: string): Promise<OwnPlace> {
    const place = (await this.companies.execute(principal)).find((each) => each.id === id);
    if (!place) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    if (!place.isCurrent) await this.enter.execute({ userId: principal.userId, sessionId: principal.session.id, tenantId: place.id });
    return { ...place, isCurrent: true };
  }
}
