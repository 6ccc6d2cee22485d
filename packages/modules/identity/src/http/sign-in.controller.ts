import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { OpenToAll } from '@tenon/nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInSteps } from '../application/sign-in-steps.js';
import { PasswordReset } from '../sign-in/password-reset.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { answer, callerOf, fields, type Fields } from './caller.js';

/** Signing up, in and out over plain HTTP, because only a plain answer can set cookies simply. */
@Controller('api/auth')
@OpenToAll('one must be able to sign in before one is signed in')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly steps: SignInSteps,
    private readonly resets: PasswordReset,
  ) {}

  @Post('sign-up')
  @HttpCode(201)
  async signUp(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { companyName, email, password, name, privacyVersion } = fields(body);
    return answer(reply, await this.signIns.signUp({ companyName, email, password, name, privacyVersion }, callerOf(request)));
  }

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { email, password } = fields(body);
    return answer(reply, await this.steps.withPassword({ email, password }, callerOf(request)));
  }

  @Post('second-step')
  @HttpCode(200)
  async secondStep(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    return answer(reply, await this.steps.withCode({ code: fields(body)['code'] }, callerOf(request)));
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    return answer(reply, await this.signIns.signOut(callerOf(request)));
  }

  @Post('request-password-reset')
  @HttpCode(202)
  async requestPasswordReset(@Body() body: Fields, @Req() request: FastifyRequest): Promise<object> {
    await this.resets.request({ email: fields(body)['email'] }, callerOf(request));
    return {};
  }

  @Post('reset-password')
  @HttpCode(200)
  async resetPassword(@Body() body: Fields, @Req() request: FastifyRequest): Promise<object> {
    const { token, password } = fields(body);
    await this.resets.complete({ token, password }, callerOf(request));
    return {};
  }
}
