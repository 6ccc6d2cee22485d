import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationAdmitBySsoArgs, MutationSetUpSingleSignOnArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission, RequireVerifiedEmail, WithheldFromOffice } from '@tenon/nest';
import { AdmitBySso } from '../application/admit-by-sso.js';
import { ReadShutOut } from '../application/demand-single-sign-on.js';
import { SingleSignOn } from '../application/single-sign-on.js';
import { SsoDesk } from '../sso/sso-desk.js';
import { showAdmission, showProvider } from './show-sso.js';

/** Where the company's people sign in beside a password. */
@Resolver('SingleSignOn')
export class SingleSignOnResolver {
  constructor(
    private readonly sso: SingleSignOn,
    private readonly admit: AdmitBySso,
    private readonly outside: ReadShutOut,
    private readonly desk: SsoDesk,
  ) {}

  @Query('singleSignOn')
  @RequirePermission('security:update')
  async singleSignOn(@CurrentPerson() actor: UserActor) {
    const connection = await this.sso.read(actor);
    return { redirectUri: this.desk.redirectUri, connection: connection && showProvider(connection), actor };
  }

  @ResolveField('admission')
  async admission(@Parent() { actor }: { actor: UserActor }) {
    return showAdmission(await this.admit.read(actor));
  }

  @ResolveField('shutOut')
  shutOut(@Parent() { actor, connection }: { actor: UserActor; connection: object | null }) {
    return connection && this.outside.execute(actor);
  }

  @Query('isSsoDomainProven')
  @RequirePermission('security:update')
  isSsoDomainProven(@CurrentPerson() actor: UserActor) {
    return this.sso.isProven(actor);
  }

  @Mutation('setUpSingleSignOn')
  @RequirePermission('security:update')
  @WithheldFromOffice('it takes a secret')
  @RequireVerifiedEmail('by it others sign in')
  async setUpSingleSignOn(@CurrentPerson() actor: UserActor, @Args() { input }: MutationSetUpSingleSignOnArgs) {
    return showProvider(await this.sso.setUp(actor, { ...input, clientSecret: input.clientSecret ?? null, moreScopes: input.moreScopes ?? null }));
  }

  @Mutation('admitBySso')
  @RequirePermission('security:update')
  @RequireVerifiedEmail('by it others come in')
  async admitBySso(@CurrentPerson() actor: UserActor, @Args() { input }: MutationAdmitBySsoArgs) {
    const rules = input?.rules.map(({ value, roleId: role }) => ({ value, role })) ?? [];
    await this.admit.execute(actor, input ? { roleId: input.roleId, claim: input.claim ?? null, rules } : null);
    return this.singleSignOn(actor);
  }

  @Mutation('removeSingleSignOn')
  @RequirePermission('security:update')
  async removeSingleSignOn(@CurrentPerson() actor: UserActor) {
    await this.sso.remove(actor);
    return true;
  }
}
