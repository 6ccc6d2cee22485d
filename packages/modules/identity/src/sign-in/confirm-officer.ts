import { Injectable } from '@nestjs/common';
import { forbidden } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import { CheckCode } from './check-code.js';
import { ConfirmPerson, isFresh } from './confirm-person.js';

/** Asks somebody of the office for their second factor again, unless they gave it as they signed in just now. */
@Injectable()
export class ConfirmOfficer {
  constructor(
    private readonly codes: CheckCode,
    private readonly confirm: ConfirmPerson,
  ) {}

  /** Where the office needs no second factor, whoever has none signs in anew. @throws AppError (forbidden) AUTH.CODE_REQUIRED, AUTH.CONFIRM_REQUIRED; (unauthenticated) AUTH.WRONG_CODE; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async execute(principal: Principal, code: string | null): Promise<void> {
    if (isFresh(principal)) return;
    if (!principal.hasSecondFactor) return this.confirm.execute(principal, null);
    if (code === null) throw forbidden('AUTH.CODE_REQUIRED', 'Enter a code of your second factor, or sign in anew.');
    await this.codes.execute(principal.userId, code, principal.session.id);
  }
}
