import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { OpenToAll } from '@tenon/nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInWithPasskey } from '../application/sign-in-with-passkey.js';
import { PasskeyDesk } from '../passkey/desk.js';
import { answer, callerOf, fields, type Fields } from './caller.js';

/** Signing in by a passkey, over plain HTTP as the other ways are. */
@Controller('api/auth')
@OpenToAll('one must be able to sign in before one is signed in')
export class PasskeyController {
  constructor(
    private readonly desk: PasskeyDesk,
    private readonly signIn: SignInWithPasskey,
  ) {}

  @Post('passkey-challenge')
  @HttpCode(200)
  challenge(@Req() request: FastifyRequest): object {
    callerOf(request);
    return { challenge: this.desk.challenges.issue('get', Date.now()), relyingPartyId: this.desk.site.rpId };
  }

  @Post('passkey')
  @HttpCode(200)
  async passkey(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { credentialId, clientData, authenticatorData, signature } = fields(body);
    return answer(reply, await this.signIn.execute({ credentialId, clientData, authenticatorData, signature }, callerOf(request)));
  }
}
