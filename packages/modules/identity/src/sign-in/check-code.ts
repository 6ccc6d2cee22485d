import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated, type AppError } from '@tenon/kernel';
import { Vault, type SecretPlace } from '@tenon/runtime';
import type pg from 'pg';
import { TellReusedCode } from '../application/tell-reused-code.js';
import { findSecondFactor, isSpentRecoveryCode, spendRecoveryCode, spendStep } from '../persistence/second-factor.repository.js';
import { readRecoveryCode, recoveryDigest } from './recovery-codes.js';
import { SignInThrottle } from './throttle.js';
import { AUTH_POOL } from './tokens.js';
import { totpStep } from './totp.js';

/** Where a person's secret stands sealed. */
export const secretPlace = (userId: string): SecretPlace => ({ column: 'auth.second_factor.secret_sealed', id: userId });

const wrongCode = (): AppError => unauthenticated('AUTH.WRONG_CODE', 'This code is not right, or was used before.');

/** Takes a code of somebody's second factor, and uses it up: the same one is never taken twice, and its person is told where somebody tries. */
@Injectable()
export class CheckCode {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly vault: Vault,
    private readonly throttle: SignInThrottle,
    private readonly reused: TellReusedCode,
  ) {}

  /**
   * Six digits of the authenticator, or a recovery code. Guesses at the six digits are counted for the person from anywhere;
   * that bound leaves recovery codes alone, so that whoever guesses does not lock their owner out.
   * @returns which of the two it was
   * @throws AppError (unauthenticated) AUTH.WRONG_CODE; (limited) AUTH.TOO_MANY_ATTEMPTS
   */
  async execute(userId: string, text: string, address: string): Promise<'authenticator' | 'recovery-code'> {
    const digits = text.replaceAll(/\s/g, '');
    if (/^\d{6}$/.test(digits)) {
      await this.throttle.guessCode(userId, address, () => this.spendDigits(userId, digits, address));
      return 'authenticator';
    }
    await this.throttle.guess(`recovery ${userId}`, address, () => this.spendRecovery(userId, text, address));
    return 'recovery-code';
  }

  private async spendDigits(userId: string, digits: string, address: string): Promise<void> {
    const factor = await findSecondFactor(this.pool, userId);
    const step = factor?.confirmedAt ? totpStep(this.vault.open(secretPlace(userId), factor.secretSealed), digits, Date.now()) : null;
    if (step === null) throw wrongCode();
    if (await spendStep(this.pool, userId, step)) return;
    // It is right, and of a step that was used: somebody has seen it who should not have.
    await this.reused.execute(userId, address);
    throw wrongCode();
  }

  private async spendRecovery(userId: string, text: string, address: string): Promise<void> {
    const code = readRecoveryCode(text);
    if (code === null) throw wrongCode();
    const digest = recoveryDigest(code);
    if (await spendRecoveryCode(this.pool, userId, digest)) return;
    if (await isSpentRecoveryCode(this.pool, userId, digest)) await this.reused.execute(userId, address);
    throw wrongCode();
  }
}
