import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated, type AppError } from '@tenon/kernel';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { readAuthenticatorData } from '../passkey/authenticator-data.js';
import { answeredChallenge } from '../passkey/client-data.js';
import { PasskeyDesk } from '../passkey/desk.js';
import { isSignedBy } from '../passkey/public-key.js';
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

const bytesOf = (sent: unknown): Buffer => Buffer.from(typeof sent === 'string' ? sent : '', 'base64url');
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
    const [clientData, authenticatorData, signature] = [bytesOf(answer.clientData), bytesOf(answer.authenticatorData), bytesOf(answer.signature)];
    const { site, challenges } = this.desk;
    const challenge = answeredChallenge(clientData, { type: 'webauthn.get', origin: site.origin });
    if (challenge === null) throw refused();
    const endsAt = challenges.endOf(challenge, 'get', Date.now());
    const data = readAuthenticatorData(authenticatorData, site.rpId);
    const passkey = await findPasskey(this.pool, bytesOf(answer.credentialId));
    if (!endsAt || !data || !passkey || !isSignedBy(passkey.publicKey, { clientData, authenticatorData, signature })) throw refused();
    const used = { challenge: createHash('sha256').update(challenge).digest(), endsAt, signCount: data.signCount };
    if (!(await useOnce(this.pool, passkey.id, used))) throw refused();
    return passkey;
  }
}
