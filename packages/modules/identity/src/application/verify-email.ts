import { Inject, Injectable } from '@nestjs/common';
import { conflict, invalid } from '@tenon/kernel';
import type { Principal } from '@tenon/nest';
import type pg from 'pg';
import { findByVerificationLink } from '../persistence/email-verification.repository.js';
import { AddressProof, verificationDigest } from '../sign-in/address-proof.js';
import { originOf, type CallerAddress } from '../sign-in/caller-address.js';
import { SignInThrottle } from '../sign-in/throttle.js';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** Sends somebody who has not verified their address another mail with a link; the link before ends. Each repetition sends one, within bounds. */
@Injectable()
export class SendVerificationMail {
  constructor(private readonly proof: AddressProof) {}

  /** @returns where it goes @throws AppError (conflict) AUTH.EMAIL_ALREADY_VERIFIED; as {@link AddressProof.ask} */
  async execute({ userId, email, isEmailVerified }: Principal): Promise<string> {
    if (isEmailVerified) throw conflict('AUTH.EMAIL_ALREADY_VERIFIED', 'This address is verified already.');
    await this.proof.ask({ userId, email });
    return email;
  }
}

/**
 * Verifies an address by the link that was mailed there, whoever opens it: they have read the mail. It does so once; opened
 * again, it says that it is done.
 */
@Injectable()
export class VerifyEmail {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly proof: AddressProof,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @returns which address it is @throws AppError (invalid) AUTH.VERIFICATION_TOKEN_INVALID, for an earlier mail's link too; (limited) AUTH.TOO_MANY_ATTEMPTS */
  async execute(token: string, caller: CallerAddress): Promise<string> {
    await this.throttle.link(caller.address);
    const person = await findByVerificationLink(this.pool, verificationDigest(token));
    if (!person) throw invalid('AUTH.VERIFICATION_TOKEN_INVALID', 'The link is too old, or a newer mail took its place.');
    await this.proof.confirm({ ...person, origin: originOf(caller) });
    return person.email;
  }
}
