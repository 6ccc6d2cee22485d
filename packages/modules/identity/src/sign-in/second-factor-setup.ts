import { Inject, Injectable } from '@nestjs/common';
import { conflict, unauthenticated } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { Vault } from '@tenon/runtime';
import type pg from 'pg';
import { confirmSecret, findSecondFactor, offerSecret } from '../persistence/second-factor.repository.js';
import { secretPlace } from './check-code.js';
import { newRecoveryCodes, recoveryDigests } from './recovery-codes.js';
import { SignInThrottle } from './throttle.js';
import { AUTH_POOL } from './tokens.js';
import { totpStep } from './totp.js';

/** What a person's second factor is made of, before it is one. */
@Injectable()
export class SecondFactorSetup {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly vault: Vault,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Keeps a secret until a code of it is shown. @throws AppError (conflict) SECOND_FACTOR.ALREADY_ON */
  async offer(userId: string, secret: string): Promise<void> {
    if (!(await offerSecret(this.pool, userId, this.vault.seal(secretPlace(userId), secret)))) throw conflict('SECOND_FACTOR.ALREADY_ON', 'There is a second factor already.');
  }

  /**
   * Turns it on, and gives the recovery codes.
   * @throws AppError (conflict) SECOND_FACTOR.NOT_BEGUN, SECOND_FACTOR.ALREADY_ON; (unauthenticated) AUTH.WRONG_CODE; (limited) AUTH.TOO_MANY_ATTEMPTS
   */
  async confirm({ userId, session }: Principal, code: string): Promise<string[]> {
    const factor = await findSecondFactor(this.pool, userId);
    if (!factor) throw conflict('SECOND_FACTOR.NOT_BEGUN', 'There is no secret to confirm. Begin anew.');
    const { secretSealed } = factor;
    const step = await this.throttle.guess(`confirm ${userId}`, session.id, async () => {
      const found = totpStep(this.vault.open(secretPlace(userId), secretSealed), code.replaceAll(/\s/g, ''), Date.now());
      if (found === null) throw unauthenticated('AUTH.WRONG_CODE', 'This code is not right, or was used before.');
      return found;
    });
    const codes = newRecoveryCodes();
    if (!(await confirmSecret(this.pool, userId, { secretSealed, step, recoveryDigests: recoveryDigests(codes) }))) throw conflict('SECOND_FACTOR.ALREADY_ON', 'There is a second factor already.');
    return codes;
  }
}
