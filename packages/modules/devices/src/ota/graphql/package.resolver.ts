import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationBeginOtaPackageArgs, MutationDeleteOtaPackageArgs, QueryOtaPackageArgs, QueryOtaPackagesArgs } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { BeginPackage } from '../application/begin-package.js';
import { LARGEST_PACKAGE_BYTES } from '../application/package-limits.js';
import { ReadPackages } from '../application/read-packages.js';
import { readOtaKind, showPackage } from './show-package.js';

@Resolver('OtaPackage')
export class PackageResolver {
  constructor(
    private readonly reading: ReadPackages,
    private readonly beginning: BeginPackage,
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
    const key = await this.reading.key(actor);
    return { maxBytes: LARGEST_PACKAGE_BYTES, publicKey: key?.publicKey ?? null, publicKeySince: key && instantText(key.createdAt) };
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
