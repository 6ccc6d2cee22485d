import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, Together } from '@tenon/nest';
import { ReadDeviceTypes } from '../application/read-device-types.js';
import { showType } from './show-type.js';

/** A machine's type. Whoever may look at the machine is told it, as its names and units are the machine's. */
@Resolver('Device')
export class TypeOfDeviceResolver {
  private readonly typeOf: Together<Parameters<typeof showType>[0]>;

  constructor(types: ReadDeviceTypes) {
    this.typeOf = new Together((actor, ids) => types.byIds(actor, ids));
  }

  @ResolveField('type')
  async type(@CurrentActor() actor: TenantActor, @Parent() { typeId }: { readonly typeId: string | null }) {
    const type = typeId === null ? undefined : await this.typeOf.of(actor, typeId);
    return type ? showType(type) : null;
  }
}
