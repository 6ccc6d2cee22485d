import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationSaveViewArgs, MutationUpdateViewArgs, QuerySavedViewsArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission } from '@tenon/nest';
import { OwnViews } from '../application/own-views.js';
import { readList, readLook, showView } from './show-view.js';

/** One's own views of the company's lists: whoever may be here may keep some, in a suspended company too. */
@Resolver()
export class SavedViewResolver {
  constructor(private readonly views: OwnViews) {}

  @Query('savedViews')
  @RequirePermission('tenant:read')
  async savedViews(@CurrentPerson() actor: UserActor, @Args() { list }: QuerySavedViewsArgs) {
    return (await this.views.list(actor, readList(list))).map(showView);
  }

  @Mutation('saveView')
  @RequirePermission('tenant:read')
  async saveView(@CurrentPerson() actor: UserActor, @Args() { input: { list, name, look, isDefault } }: MutationSaveViewArgs) {
    return showView(await this.views.save(actor, { list: readList(list), name, look: readLook(look), isDefault: isDefault ?? false }));
  }

  @Mutation('updateView')
  @RequirePermission('tenant:read')
  async updateView(@CurrentPerson() actor: UserActor, @Args() { input: { id, name, look, isDefault } }: MutationUpdateViewArgs) {
    return showView(await this.views.update(actor, { id, name: name ?? undefined, look: look ? readLook(look) : undefined, isDefault: isDefault ?? undefined }));
  }

  @Mutation('deleteView')
  @RequirePermission('tenant:read')
  deleteView(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.views.delete(actor, id);
  }
}
