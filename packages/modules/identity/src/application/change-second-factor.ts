import { Inject, Injectable } from '@nestjs/common';
import { conflict } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { deleteSecondFactor, replaceRecoveryCodes } from '../persistence/second-factor.repository.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { newRecoveryCodes, recoveryDigests } from '../sign-in/recovery-codes.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { PersonTrail } from './person-trail.js';

const notOn = () => conflict('SECOND_FACTOR.NOT_ON', 'There is no second factor.');

/** Takes a person's second factor away, for their password. Where it is demanded they set up another before they go on. */
@Injectable()
export class TurnOffSecondFactor {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly confirm: ConfirmPerson,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (conflict) SECOND_FACTOR.NOT_ON */
  async execute(principal: Principal, password: string): Promise<void> {
    await this.confirm.execute(principal, password);
    if (!(await deleteSecondFactor(this.pool, principal.userId))) throw notOn();
    await this.trail.note(principal, 'member.second-factor-turned-off');
  }
}

/** Gives a person new recovery codes, for their password; the ones before are worthless. Each repetition does. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly confirm: ConfirmPerson,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (conflict) SECOND_FACTOR.NOT_ON */
  async execute(principal: Principal, password: string): Promise<string[]> {
    await this.confirm.execute(principal, password);
    const codes = newRecoveryCodes();
    if (!(await replaceRecoveryCodes(this.pool, principal.userId, recoveryDigests(codes)))) throw notOn();
    await this.trail.note(principal, 'member.recovery-codes-renewed');
    return codes;
  }
}
