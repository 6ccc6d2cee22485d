import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationSetUpSingleSignOnArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission, RequireVerifiedEmail, WithheldFromOffice } from '@tenon/nest';
import { SingleSignOn, type ShownSso } from '../application/single-sign-on.js';
import { proofRecord } from '../sso/domain-proof.js';
import { SsoDesk } from '../sso/sso-desk.js';

/** Where the company's people sign in beside a password. */
@Resolver()
export class SingleSignOnResolver {
  constructor(
    private readonly sso: SingleSignOn,
    private readonly desk: SsoDesk,
  ) {}

  @Query('singleSignOn')
  @RequirePermission('security:update')
  async singleSignOn(@CurrentPerson() actor: UserActor) {
    const connection = await this.sso.read(actor);
    return { redirectUri: this.desk.redirectUri, connection: connection && show(connection) };
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
    return show(await this.sso.setUp(actor, { ...input, clientSecret: input.clientSecret ?? null }));
  }

  @Mutation('removeSingleSignOn')
  @RequirePermission('security:update')
  async removeSingleSignOn(@CurrentPerson() actor: UserActor) {
    await this.sso.remove(actor);
    return true;
  }
}

function show({ issuer, clientId, domain, proof }: ShownSso) {
  const { name, value } = proofRecord({ domain, proof });
  return { issuer, clientId, domain, recordName: name, recordValue: value };
}
