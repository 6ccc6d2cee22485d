import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { toAppError } from '@tenon/kernel';
import { LOG, OpenToAll } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EnterBySso } from '../application/enter-by-sso.js';
import { SsoSignIn } from '../application/sso-sign-in.js';
import { SsoCookie } from '../sign-in/own-cookie.js';
import { callerOf, fields, type Fields } from './caller.js';

/** Signing in at the provider of one's company. */
@Controller('api/auth')
@OpenToAll('one must be able to sign in before one is signed in')
export class SsoController {
  constructor(
    private readonly sso: SsoSignIn,
    private readonly enter: EnterBySso,
    private readonly cookie: SsoCookie,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Post('sso-begin')
  @HttpCode(200)
  async begin(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { location, cookie } = await this.sso.begin({ email: fields(body)['email'], next: fields(body)['next'] }, callerOf(request));
    reply.header('set-cookie', [cookie]);
    return { location };
  }

  /** Where the provider sends the browser back to, by an address that only this browser can use, once: what opens links beforehand has not its cookie. */
  @Get('sso-callback')
  async callback(@Query() query: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { code, state, error: refusal } = fields(query);
    try {
      const { cookies, isCodeAsked, next } = await this.enter.execute({ code, state, error: refusal }, callerOf(request));
      reply.header('set-cookie', [...cookies, this.cookie.holding('', 0)]).redirect(isCodeAsked ? `/sign-in?step=code&next=${encodeURIComponent(next)}` : next, 303);
    } catch (error) {
      const { code: fault, kind } = toAppError(error);
      if (kind === 'bug') this.log.error('http.bug', { error });
      reply.header('set-cookie', [this.cookie.holding('', 0)]).redirect(`/sign-in?fault=${encodeURIComponent(fault)}`, 303);
    }
  }
}
