import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { MutationSaveOfficeViewArgs, MutationUpdateOfficeViewArgs } from '@tenon/graphql/resolvers';
import { readLook, showView } from '@tenon/identity';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { OfficeViews } from '../application/office-views.js';

/** One's own views of the office's companies. */
@Resolver()
export class OfficeViewResolver {
  constructor(private readonly views: OfficeViews) {}

  @Query('officeViews')
  @RequirePermission('company:read')
  async officeViews(@CurrentStaff() staff: StaffActor) {
    return (await this.views.list(staff)).map(showView);
  }

  @Mutation('saveOfficeView')
  @RequirePermission('company:read')
  async saveOfficeView(@CurrentStaff() staff: StaffActor, @Args() { input: { name, look, isDefault } }: MutationSaveOfficeViewArgs) {
    return showView(await this.views.save(staff, { name, look: readLook(look), isDefault: isDefault ?? false }));
  }

  @Mutation('updateOfficeView')
  @RequirePermission('company:read')
  async updateOfficeView(@CurrentStaff() staff: StaffActor, @Args() { input: { id, name, look, isDefault } }: MutationUpdateOfficeViewArgs) {
    return showView(await this.views.update(staff, { id, name: name ?? undefined, look: look ? readLook(look) : undefined, isDefault: isDefault ?? undefined }));
  }

  @Mutation('deleteOfficeView')
  @RequirePermission('company:read')
  deleteOfficeView(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return this.views.delete(staff, id);
  }
}
