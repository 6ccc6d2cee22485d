import { Inject, Injectable } from '@nestjs/common';
import { conflict, invalid } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { answeredChallenge } from '../passkey/client-data.js';
import { PasskeyDesk } from '../passkey/desk.js';
import { readNewCredential, type MadeCredential } from '../passkey/new-credential.js';
import { PASSKEY_ALGORITHMS } from '../passkey/public-key.js';
import { insertPasskey, listPasskeys, type PasskeyRow } from '../persistence/passkey.repository.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { readPasskeyName } from './own-passkeys.js';
import { PersonTrail } from './person-trail.js';

const MOST_PASSKEYS = 20;

/** What a browser makes a passkey of. Bytes are in base64url. */
export interface PasskeyOffer {
  readonly challenge: string;
  readonly relyingPartyId: string;
  readonly userHandle: string;
  readonly userName: string;
  readonly algorithms: readonly number[];
  /** Those that the person has: the same authenticator makes no second. */
  readonly knownIds: readonly string[];
}

/** Begins a passkey. Nothing is kept of it until one is made; repeating it begins another. */
@Injectable()
export class BeginPasskey {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly desk: PasskeyDesk,
    private readonly confirm: ConfirmPerson,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (conflict) PASSKEY.TOO_MANY */
  async execute(principal: Principal, password: string | null): Promise<PasskeyOffer> {
    await this.confirm.execute(principal, password);
    const known = await listPasskeys(this.pool, principal.userId);
    if (known.length >= MOST_PASSKEYS) throw conflict('PASSKEY.TOO_MANY', `One person has at most ${MOST_PASSKEYS} passkeys.`, { limit: MOST_PASSKEYS });
    return {
      challenge: this.desk.challenges.issue(`create ${principal.userId}`, Date.now()),
      relyingPartyId: this.desk.site.rpId,
      userHandle: Buffer.from(principal.userId).toString('base64url'),
      userName: principal.email,
      algorithms: PASSKEY_ALGORITHMS,
      knownIds: known.map(({ credentialId }) => credentialId.toString('base64url')),
    };
  }
}

/** What a browser made, and what its owner calls it. */
export interface MadePasskey extends MadeCredential {
  readonly name: string;
}

/**
 * Keeps a passkey that the person's browser has made for our challenge. Which make of authenticator it is, is not asked: whoever makes a weak one
 * weakens their own account alone. Sending the same again fails with PASSKEY.KNOWN.
 */
@Injectable()
export class AddPasskey {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly desk: PasskeyDesk,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError (invalid) PASSKEY.NAME, PASSKEY.NOT_MADE; (conflict) PASSKEY.KNOWN @see W3C Web Authentication Level 3, 7.1 */
  async execute(principal: Principal, made: MadePasskey): Promise<PasskeyRow> {
    const name = readPasskeyName(made.name);
    const challenge = answeredChallenge(made.clientData);
    const isOurs = challenge !== null && this.desk.challenges.endOf(challenge, `create ${principal.userId}`, Date.now()) !== null;
    const credential = isOurs ? await readNewCredential(made, challenge, this.desk.site) : null;
    if (!credential) throw invalid('PASSKEY.NOT_MADE', 'This is no new passkey of this page, or it took too long.');
    const passkey = await insertPasskey(this.pool, { userId: principal.userId, name, ...credential });
    if (!passkey) throw conflict('PASSKEY.KNOWN', 'This passkey is kept already.');
    await this.trail.note(principal, 'member.passkey-added', { passkeyId: passkey.id, name });
    return passkey;
  }
}
