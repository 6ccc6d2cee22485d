import { Inject, Injectable } from '@nestjs/common';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type { Auth } from './auth.js';
import { MeetDevice } from './meet-device.js';
import type { CallerAddress } from './caller-address.js';
import { AUTH } from './tokens.js';

/** Opens the session of somebody who has given all that is asked of them. */
@Injectable()
export class OpenSession {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly devices: MeetDevice,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @returns the session's cookie, and the one by which the browser is known again */
  async execute(person: { userId: string; email: string }, caller: CallerAddress): Promise<string[]> {
    const device = await this.devices.greet(person, caller);
    const { headers } = await this.auth.api.openSession({ body: { userId: person.userId }, headers: caller.headers, returnHeaders: true });
    this.log.info('sign-in.opened', { userId: person.userId, address: caller.address });
    return [...headers.getSetCookie(), device];
  }
}
