import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import encodeQR from 'qr';
import { endOtherSessions, tellSessionEnded } from '../persistence/session.repository.js';
import { ConfirmPerson } from '../sign-in/confirm-person.js';
import { SecondFactorSetup } from '../sign-in/second-factor-setup.js';
import { AUTH_POOL } from '../sign-in/tokens.js';
import { newTotpSecret, totpUri } from '../sign-in/totp.js';
import { PersonTrail } from './person-trail.js';

/** ISO/IEC 18004, 9.1: light modules around a QR code. */
const QUIET_ZONE = 4;

/** What an authenticator is set up with. Shown once: who lost it begins anew. */
export interface OfferedSecret {
  /** In base 32, to be typed. */
  readonly secret: string;
  readonly uri: string;
  /** The address as a QR code: rows of dark (`#`) and light (`.`) modules. */
  readonly qr: readonly string[];
}

/** Begins a second factor: a new secret, which asks nothing of anybody until a code of it was shown. Repeating it gives another. */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly confirm: ConfirmPerson,
    private readonly setup: SecondFactorSetup,
  ) {}

  /** @throws AppError as {@link ConfirmPerson}; (conflict) SECOND_FACTOR.ALREADY_ON */
  async execute(principal: Principal, password: string | null): Promise<OfferedSecret> {
    await this.confirm.execute(principal, password);
    const secret = newTotpSecret();
    await this.setup.offer(principal.userId, secret);
    const uri = totpUri(secret, principal.email);
    const qr = encodeQR(uri, 'raw', { ecc: 'medium', border: QUIET_ZONE }).map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
    return { secret, uri, qr };
  }
}

/** Turns the second factor on by a code of it, and gives recovery codes, shown only now. The person's other sessions end: they were opened with less. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly setup: SecondFactorSetup,
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly trail: PersonTrail,
  ) {}

  /** @throws AppError as {@link SecondFactorSetup.confirm} */
  async execute(principal: Principal, code: string): Promise<string[]> {
    const codes = await this.setup.confirm(principal, code);
    await endOtherSessions(this.pool, principal.userId, principal.session.id);
    await tellSessionEnded(this.pool, principal.userId);
    await this.trail.note(principal, 'member.second-factor-turned-on');
    return codes;
  }
}
