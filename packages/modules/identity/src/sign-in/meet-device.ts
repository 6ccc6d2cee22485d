import { Inject, Injectable } from '@nestjs/common';
import { deviceWords } from '@tenon/domain/identity';
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { TellNewDevice } from '../application/tell-new-device.js';
import { isKnownDevice, putDevice } from '../persistence/device.repository.js';
import { DeviceCookie } from './own-cookie.js';
import type { CallerAddress } from './caller-address.js';
import { AUTH_POOL } from './tokens.js';

/** Browsers keep no cookie for longer. */
const KEPT_S = 400 * 86_400;
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Knows a browser again by a cookie of its own, which outlives its sessions; tells people of one that they did not use before. */
@Injectable()
export class MeetDevice {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly cookie: DeviceCookie,
    private readonly tell: TellNewDevice,
  ) {}

  /** Somebody signs in: where the browser is new to them, they are told by mail. @returns the cookie by which it is known */
  async greet({ userId, email }: { userId: string; email: string }, caller: CallerAddress): Promise<string> {
    const token = this.cookie.tokenIn(caller.headers.get('cookie') ?? '');
    if (token && (await isKnownDevice(this.pool, userId, digestOf(token)))) return this.cookie.holding(token, KEPT_S);
    const device = deviceWords(caller.headers.get('user-agent') ?? '');
    // Told first: a crash between the two sends another, and forgets none.
    await this.tell.execute(userId, { email, device, address: caller.address, at: new Date(), link: `${this.cookie.publicUrl}/settings/security` });
    return this.introduce(userId, caller);
  }

  /** Notes the browser as the person's, without a word: they have just signed up with it. */
  async introduce(userId: string, { headers }: CallerAddress): Promise<string> {
    const token = this.cookie.tokenIn(headers.get('cookie') ?? '') || randomBytes(32).toString('base64url');
    await putDevice(this.pool, userId, digestOf(token));
    return this.cookie.holding(token, KEPT_S);
  }
}
