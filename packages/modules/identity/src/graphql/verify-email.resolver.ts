import { Mutation, Resolver } from '@nestjs/graphql';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { SendVerificationMail } from '../application/verify-email.js';

/** Asking for another mail by which one's own address is verified. */
@Resolver()
export class VerifyEmailResolver {
  constructor(private readonly send: SendVerificationMail) {}

  @Mutation('sendVerificationMail')
  @OpenToSignedIn('everybody may verify their own address')
  sendVerificationMail(@CurrentSignedIn() principal: Principal) {
    return this.send.execute(principal);
  }
}
