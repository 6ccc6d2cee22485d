import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated, type AppError } from '@tenon/kernel';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { answeredChallenge } from '../passkey/client-data.js';
import { PasskeyDesk } from '../passkey/desk.js';
import { signCountOf } from '../passkey/given-answer.js';
import { findPasskey, useOnce, type KnownPasskey } from '../persistence/passkey.repository.js';
import type { CallerAddress, SignInOutcome } from '../sign-in/caller-address.js';
import { OpenSession } from '../sign-in/open-session.js';
import { SignInThrottle } from '../sign-in/throttle.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** What a browser answers. Bytes are in base64url; whatever was sent. */
export interface PasskeyAnswer {
  readonly credentialId: unknown;
  readonly clientData: unknown;
  readonly authenticatorData: unknown;
  readonly signature: unknown;
}

const textOf = (sent: unknown): string => (typeof sent === 'string' ? sent : '');
const refused = (): AppError => unauthenticated('AUTH.PASSKEY_REFUSED', 'This passkey is not known here, or it took too long.');

/**
 * Signs somebody in by a passkey, and by nothing besides: the authenticator is what they have, and it lets itself be used only by
 * a finger, a face or a PIN, which is the second factor. An answer is good once.
 */
@Injectable()
export class SignInWithPasskey {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly desk: PasskeyDesk,
    private readonly throttle: SignInThrottle,
    private readonly session: OpenSession,
  ) {}

  /** @throws AppError (unauthenticated) AUTH.PASSKEY_REFUSED; (limited) AUTH.TOO_MANY_ATTEMPTS @see W3C Web Authentication Level 3, 7.2 */
  async execute(answer: PasskeyAnswer, caller: CallerAddress): Promise<SignInOutcome> {
    const { userId, email } = await this.throttle.guessFrom(caller.address, () => this.personOf(answer));
    return { cookies: await this.session.execute({ userId, email }, caller) };
  }

  private async personOf(answer: PasskeyAnswer): Promise<KnownPasskey> {
    const given = { credentialId: textOf(answer.credentialId), clientData: textOf(answer.clientData), authenticatorData: textOf(answer.authenticatorData), signature: textOf(answer.signature) };
    const challenge = answeredChallenge(given.clientData);
    const endsAt = challenge === null ? null : this.desk.challenges.endOf(challenge, 'get', Date.now());
    if (challenge === null || endsAt === null) throw refused();
    const passkey = await findPasskey(this.pool, Buffer.from(given.credentialId, 'base64url'));
    const signCount = passkey ? await signCountOf(given, challenge, passkey.publicKey, this.desk.site) : null;
    if (!passkey || signCount === null) throw refused();
    const used = { challenge: createHash('sha256').update(challenge).digest(), endsAt, signCount };
    if (!(await useOnce(this.pool, passkey.id, used))) throw refused();
    return passkey;
  }
}
