import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationBeginOtaPackageArgs, MutationDeleteOtaPackageArgs, QueryOtaPackageArgs, QueryOtaPackagesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { BeginPackage } from '../application/begin-package.js';
import { ReadPackages } from '../application/read-packages.js';
import { ReplacePackageKey } from '../application/replace-package-key.js';
import { readOtaKind, showPackage, showSettings } from './show-package.js';

@Resolver('OtaPackage')
export class PackageResolver {
  constructor(
    private readonly reading: ReadPackages,
    private readonly beginning: BeginPackage,
    private readonly replacing: ReplacePackageKey,
  ) {}

  @Query('otaPackages')
  @RequirePermission('device:read')
  async list(@CurrentActor() actor: TenantActor, @Args() { kind, isReady, ...args }: QueryOtaPackagesArgs) {
    const page = await this.reading.list(actor, { kind: kind ? readOtaKind(kind) : null, isReady: isReady ?? false }, args);
    return { ...page, nodes: page.nodes.map(showPackage) };
  }

  @Query('otaPackage')
  @RequirePermission('device:read')
  async one(@CurrentActor() actor: TenantActor, @Args() { id }: QueryOtaPackageArgs) {
    return showPackage(await this.reading.one(actor, id));
  }

  @Query('otaSettings')
  @RequirePermission('device:read')
  async settings(@CurrentActor() actor: TenantActor) {
    return showSettings(await this.reading.settings(actor));
  }

  @Mutation('replaceOtaKey')
  @RequirePermission('device:credentials')
  async replaceKey(@CurrentActor() actor: TenantActor) {
    await this.replacing.execute(actor);
    return showSettings(await this.reading.settings(actor));
  }

  @Mutation('beginOtaPackage')
  @RequirePermission('campaign:manage')
  async begin(@CurrentActor() actor: TenantActor, @Args() { input: { kind, typeId, ...wanted } }: MutationBeginOtaPackageArgs) {
    return showPackage(await this.beginning.execute(actor, { ...wanted, kind: readOtaKind(kind), typeId: typeId ?? null }));
  }

  @Mutation('deleteOtaPackage')
  @RequirePermission('campaign:manage')
  async delete(@CurrentActor() actor: TenantActor, @Args() { id }: MutationDeleteOtaPackageArgs) {
    await this.reading.delete(actor, id);
    return id;
  }
}
