import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ChangeLogo } from '../application/change-logo.js';
import { ReadLogo } from '../application/read-logo.js';

/** The logo of the company of whoever is signed in. */
@Resolver('Viewer')
export class LogoResolver {
  constructor(
    private readonly logos: ReadLogo,
    private readonly change: ChangeLogo,
  ) {}

  @ResolveField('logoDigest')
  logoDigest(@Parent() { actor }: { actor: TenantActor | null }) {
    return actor && this.logos.digest(actor);
  }

  @Mutation('removeLogo')
  @RequirePermission('company:update')
  removeLogo(@CurrentActor() actor: TenantActor) {
    return this.change.remove(actor);
  }
}
