import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { OpenToAll } from '@tenon/nest';
import type { FastifyRequest } from 'fastify';
import { VerifyEmail } from '../application/verify-email.js';
import { callerOf, fields, type Fields } from './caller.js';

/** Verifying an address by the mailed link, over plain HTTP as the other links are. */
@Controller('api/auth')
@OpenToAll('who holds the mailed link may open it where they are not signed in')
export class VerifyEmailController {
  constructor(private readonly verify: VerifyEmail) {}

  @Post('verify-email')
  @HttpCode(200)
  async verifyEmail(@Body() body: Fields, @Req() request: FastifyRequest): Promise<object> {
    const { token } = fields(body);
    return { email: await this.verify.execute(typeof token === 'string' ? token : '', callerOf(request)) };
  }
}
