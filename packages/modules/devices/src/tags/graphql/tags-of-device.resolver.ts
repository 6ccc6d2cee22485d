import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, Together } from '@tenon/nest';
import { KeepTags } from '../application/keep-tags.js';

/** The tags of a machine; of a page of machines, all at once. */
@Resolver('Device')
export class TagsOfDeviceResolver {
  private readonly tagsOf: Together<readonly { readonly name: string }[]>;

  constructor(tags: KeepTags) {
    this.tagsOf = new Together((actor, ids) => tags.of(actor, ids));
  }

  @ResolveField('tags')
  async tags(@CurrentActor() actor: TenantActor, @Parent() { id }: { readonly id: string }) {
    return ((await this.tagsOf.of(actor, id)) ?? []).map(({ name }) => name);
  }
}
