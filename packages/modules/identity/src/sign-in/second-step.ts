import { Inject, Injectable } from '@nestjs/common';
import { unauthenticated } from '@tenon/kernel';
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { deleteSecondStep, insertSecondStep, trySecondStep } from '../persistence/second-step.repository.js';
import { PersonTrail, type PersonAct } from '../application/person-trail.js';
import { findSecondFactor } from '../persistence/second-factor.repository.js';
import { CheckCode } from './check-code.js';
import { originOf, type CallerAddress } from './caller-address.js';
import { FactorResets } from './factor-resets.js';
import type { Entrant } from './open-session.js';
import { StepCookie } from './own-cookie.js';
import { AUTH_POOL } from './tokens.js';

/** How long the second step may take. */
const MINUTES = 10;

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Who has done the second step, and the cookie that ends it. */
export interface StepDone extends Entrant {
  readonly cookie: string;
}

/** What lies between the right password and a session, for whoever has a second factor. Which person it is stands in a cookie of its own. */
@Injectable()
export class SecondStep {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly codes: CheckCode,
    private readonly cookie: StepCookie,
    private readonly trail: PersonTrail,
    private readonly resets: FactorResets,
  ) {}

  /** Somebody has given the right password, or was signed in by their company's provider. @returns the cookie by which the second step is known; null where none is asked: there is no second factor, or the office was told that it is lost, and its time has come */
  async ask(person: PersonAct & Entrant): Promise<string | null> {
    const { userId, ssoCompanyId = null } = person;
    if (!(await findSecondFactor(this.pool, userId))?.confirmedAt || (await this.resets.take(person))) return null;
    const token = randomBytes(32).toString('base64url');
    await insertSecondStep(this.pool, { digest: digestOf(token), userId, ssoCompanyId, minutes: MINUTES });
    return this.cookie.holding(token, MINUTES * 60);
  }

  /**
   * Takes the code. Five wrong ones, or ten minutes, and the password is asked again.
   * @throws AppError (unauthenticated) AUTH.SECOND_STEP_OVER, AUTH.WRONG_CODE; (limited) AUTH.TOO_MANY_ATTEMPTS
   */
  async answer(code: string, caller: CallerAddress): Promise<StepDone> {
    const over = () => unauthenticated('AUTH.SECOND_STEP_OVER', 'Too much time has passed, or too many codes were wrong. Sign in anew.');
    const token = this.cookie.tokenIn(caller.headers.get('cookie') ?? '');
    const digest = digestOf(token);
    const person = token ? await trySecondStep(this.pool, digest) : undefined;
    if (!person) throw over();
    const by = await this.codes.execute(person.userId, code, caller.address);
    if (!(await deleteSecondStep(this.pool, digest))) throw over();
    const act = { ...person, origin: originOf(caller) };
    if (by === 'recovery-code') await this.trail.note(act, 'member.recovery-code-used');
    await this.resets.stop(act);
    return { ...person, cookie: this.cookie.holding('', 0) };
  }
}
