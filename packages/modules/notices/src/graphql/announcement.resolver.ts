import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor, TenantActor, UserActor } from '@tenon/domain/identity';
import type { MutationWriteAnnouncementArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, CurrentStaff, RequirePermission } from '@tenon/nest';
import { OfficeAnnouncements } from '../application/office-announcements.js';
import { ReadAnnouncements } from '../application/read-announcements.js';
import { readText, showAnnouncement, showStrip } from './show-announcement.js';

/** What the platform tells companies on every page of theirs. */
@Resolver('Viewer')
export class AnnouncementResolver {
  constructor(
    private readonly reading: ReadAnnouncements,
    private readonly office: OfficeAnnouncements,
  ) {}

  @ResolveField('announcements')
  async shown(@Parent() { actor }: { actor: TenantActor | null }) {
    return actor ? (await this.reading.shown(actor)).map(showStrip) : [];
  }

  @Mutation('putAnnouncementAway')
  @RequirePermission('tenant:read')
  putAway(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.reading.putAway(actor, id);
  }

  @Query('announcements')
  @RequirePermission('announcement:manage')
  async list(@CurrentStaff() staff: StaffActor) {
    return (await this.office.list(staff)).map(showAnnouncement);
  }

  @Mutation('writeAnnouncement')
  @RequirePermission('announcement:manage')
  async write(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationWriteAnnouncementArgs) {
    return showAnnouncement(await this.office.write(staff, readText(input)));
  }

  @Mutation('publishAnnouncement')
  @RequirePermission('announcement:manage')
  async publish(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showAnnouncement(await this.office.publish(staff, id));
  }

  @Mutation('withdrawAnnouncement')
  @RequirePermission('announcement:manage')
  async withdraw(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showAnnouncement(await this.office.withdraw(staff, id));
  }
}
