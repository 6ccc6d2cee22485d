import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationChangePasswordArgs } from '@tenon/graphql/resolvers';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { ChangePassword } from '../application/change-password.js';
import { showViewer } from './show.js';

/** A person's own password. */
@Resolver()
export class OwnPasswordResolver {
  constructor(private readonly change: ChangePassword) {}

  @Mutation('changePassword')
  @OpenToSignedIn('everybody changes their own password')
  async changePassword(@CurrentSignedIn() principal: Principal, @Args() { input }: MutationChangePasswordArgs) {
    await this.change.execute(principal, input);
    return showViewer(principal);
  }
}
