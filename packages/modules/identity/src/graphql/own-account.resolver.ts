import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { MutationDeleteAccountArgs } from '@tenon/graphql/resolvers';
import { CurrentSignedIn, OpenToSignedIn, type Principal } from '@tenon/nest';
import { DeleteAccount } from '../application/delete-account.js';

/** A person's own account as a whole. */
@Resolver()
export class OwnAccountResolver {
  constructor(private readonly account: DeleteAccount) {}

  @Mutation('deleteAccount')
  @OpenToSignedIn('everybody may delete their own account')
  async deleteAccount(@CurrentSignedIn() principal: Principal, @Args() { password }: MutationDeleteAccountArgs) {
    await this.account.execute(principal, password ?? null);
    return principal.userId;
  }
}
