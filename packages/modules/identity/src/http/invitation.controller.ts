import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { invitationState } from '@tenon/domain/identity';
import { OpenToAll } from '@tenon/nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptInvitation } from '../application/accept-invitation.js';
import { FindInvitation, type FoundInvitation } from '../application/find-invitation.js';
import { answer, callerOf, fields, type Fields } from './caller.js';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a link's holder is shown. */
function show({ invitation, personId, isMember }: FoundInvitation): object {
  const { companyName, inviterName, email, expiresAt, role } = invitation;
  const state = invitationState(invitation, Date.now());
  return { companyName, inviterName, email, expiresAt: expiresAt.toISOString(), role: { id: role.id, name: role.name }, state, isKnown: personId !== null, isMember };
}

/** Invitations by their links, over plain HTTP: accepting one may sign somebody up, which sets cookies. */
@Controller('api/auth')
@OpenToAll('who holds the link of an invitation need not be anybody yet')
export class InvitationController {
  constructor(
    private readonly find: FindInvitation,
    private readonly accept: AcceptInvitation,
  ) {}

  @Post('invitation')
  @HttpCode(200)
  async invitation(@Body() body: Fields, @Req() request: FastifyRequest): Promise<object> {
    return show(await this.find.execute(textOf(fields(body)['token']), callerOf(request).address));
  }

  @Post('accept-invitation')
  @HttpCode(200)
  async acceptInvitation(@Body() body: Fields, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { token, name, password, privacyVersion } = fields(body);
    return answer(reply, await this.accept.execute({ token: textOf(token), name, password, privacyVersion }, callerOf(request)));
  }
}
