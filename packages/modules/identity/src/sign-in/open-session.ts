import { Inject, Injectable } from '@nestjs/common';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { noteProvider } from '../persistence/own-session.repository.js';
import type { Auth } from './auth.js';
import { MeetDevice } from './meet-device.js';
import type { CallerAddress } from './caller-address.js';
import { AUTH, AUTH_POOL } from './tokens.js';

/** Somebody who is to be signed in. */
export interface Entrant {
  readonly userId: string;
  readonly email: string;
  /** The company at whose provider they signed in; nothing where it was by a means of their own. */
  readonly ssoCompanyId?: string | null;
}

/** Opens the session of somebody who has given all that is asked of them. */
@Injectable()
export class OpenSession {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly devices: MeetDevice,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @returns the session's cookie, and the one by which the browser is known again */
  async execute(person: Entrant, caller: CallerAddress): Promise<string[]> {
    const device = await this.devices.greet(person, caller);
    const { headers, response } = await this.auth.api.openSession({ body: { userId: person.userId }, headers: caller.headers, returnHeaders: true });
    // Nobody has the cookie before this is written; a crash in between leaves a session that came by no provider.
    if (person.ssoCompanyId) await noteProvider(this.pool, response.sessionId, person.ssoCompanyId);
    this.log.info('sign-in.opened', { userId: person.userId, address: caller.address });
    return [...headers.getSetCookie(), device];
  }
}
