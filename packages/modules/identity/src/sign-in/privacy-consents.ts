import { Inject, Injectable } from '@nestjs/common';
import { agreedVersion } from '@tenon/domain/identity';
import type pg from 'pg';
import { noteConsent } from '../persistence/privacy-consent.repository.js';
import { AUTH_POOL } from './tokens.js';

/** To what people agreed of how their data is dealt with. */
@Injectable()
export class PrivacyConsents {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  /** Notes to which version of the privacy notice a newcomer agreed. Whoever signs up through the API and says none has been shown none, and none is noted. */
  async note(userId: string, version: unknown): Promise<void> {
    const agreed = agreedVersion(version);
    if (agreed !== null) await noteConsent(this.pool, userId, agreed);
  }
}
