import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationAddPasskeyArgs, MutationRenamePasskeyArgs } from '@tenon/graphql/resolvers';
import { CurrentSignedIn, OpenToSignedIn, RequireVerifiedEmail, type Principal } from '@tenon/nest';
import { AddPasskey, BeginPasskey } from '../application/add-passkey.js';
import { OwnPasskeys, RemovePasskey, type OwnPasskey } from '../application/own-passkeys.js';
import type { showViewer } from './show.js';

const OWN = 'everybody looks after their own passkeys';
const LASTS = 'a passkey outlives the password: whoever signs up with another’s address would keep a way in';

const show = ({ id, name, isSyncable, createdAt, lastUsedAt }: OwnPasskey) => ({ id, name, isSyncable, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null });

/** A person's own passkeys. */
@Resolver('Viewer')
export class PasskeyResolver {
  constructor(
    private readonly own: OwnPasskeys,
    private readonly beginning: BeginPasskey,
    private readonly addition: AddPasskey,
    private readonly removal: RemovePasskey,
  ) {}

  @ResolveField('passkeys')
  async passkeys(@Parent() { principal }: ReturnType<typeof showViewer>) {
    return (await this.own.list(principal)).map(show);
  }

  @Mutation('beginPasskey')
  @OpenToSignedIn(OWN)
  @RequireVerifiedEmail(LASTS)
  beginPasskey(@CurrentSignedIn() principal: Principal, @Args('password') password?: string | null) {
    return this.beginning.execute(principal, password ?? null);
  }

  @Mutation('addPasskey')
  @OpenToSignedIn(OWN)
  @RequireVerifiedEmail(LASTS)
  async addPasskey(@CurrentSignedIn() principal: Principal, @Args() { input }: MutationAddPasskeyArgs) {
    return show(await this.addition.execute(principal, input));
  }

  @Mutation('renamePasskey')
  @OpenToSignedIn(OWN)
  async renamePasskey(@CurrentSignedIn() principal: Principal, @Args() { id, name }: MutationRenamePasskeyArgs) {
    return show(await this.own.rename(principal, id, name));
  }

  @Mutation('removePasskey')
  @OpenToSignedIn(OWN)
  async removePasskey(@CurrentSignedIn() principal: Principal, @Args('id') id: string, @Args('password') password?: string | null) {
    await this.removal.execute(principal, id, password ?? null);
    return id;
  }
}
