import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { findSecondFactor } from '../persistence/second-factor.repository.js';
import { FactorResets } from '../sign-in/factor-resets.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** How a person stands to a second factor. */
export interface SecondFactorState {
  /** Since when there is one; null without. */
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
  /** From when on the password alone will do, as the office was told that the factor is lost; null where nothing of the kind waits. */
  readonly resetDueAt: Date | null;
}

/** A person's own second factor; nothing of its secret. */
@Injectable()
export class ReadSecondFactor {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly resets: FactorResets,
  ) {}

  async execute({ userId }: Principal): Promise<SecondFactorState> {
    const factor = await findSecondFactor(this.pool, userId);
    if (!factor?.confirmedAt) return { since: null, recoveryCodesLeft: 0, resetDueAt: null };
    return { since: factor.confirmedAt, recoveryCodesLeft: factor.recoveryCodesLeft, resetDueAt: await this.resets.dueAt(userId) };
  }
}
