import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { EndOwnSessions, ReadOwnSessions } from '../application/own-sessions.js';
import type { showViewer } from './show.js';

const OWN = 'everybody may see where they are signed in, and sign out there';

/** Where somebody is signed in, and signing out there. */
@Resolver('Viewer')
export class OwnSessionResolver {
  constructor(
    private readonly read: ReadOwnSessions,
    private readonly end: EndOwnSessions,
  ) {}

  @ResolveField('sessions')
  async sessions(@Parent() { principal }: ReturnType<typeof showViewer>) {
    const sessions = await this.read.execute(principal);
    return sessions.map(({ device, startedAt, lastUsedAt, ...each }) => ({ ...each, ...device, startedAt: startedAt.toISOString(), lastUsedAt: lastUsedAt.toISOString() }));
  }

  @Mutation('endSession')
  @OpenToSignedIn(OWN)
  async endSession(@CurrentSignedIn() principal: Principal, @Args('id') id: string) {
    await this.end.one(principal, id);
    return id;
  }

  @Mutation('endOtherSessions')
  @OpenToSignedIn(OWN)
  endOtherSessions(@CurrentSignedIn() principal: Principal) {
    return this.end.others(principal);
  }
}
