import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff, Together } from '@tenon/nest';
import { OfficeProfiles } from '../application/office-profiles.js';
import { showProfile } from './show.js';

/** What companies say of themselves, where the platform office looks at them. */
@Resolver('Company')
export class OfficeProfileResolver {
  private readonly profileOf = new Together<ReturnType<typeof showProfile>, StaffActor>(async (staff, ids) => {
    const profiles = await this.profiles.read(staff, ids);
    return new Map([...profiles].map(([id, profile]) => [id, showProfile(profile)]));
  });

  constructor(private readonly profiles: OfficeProfiles) {}

  @ResolveField('logo')
  async logo(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    const image = await this.profiles.logo(staff, id);
    return image ? `data:image/png;base64,${image.toString('base64')}` : null;
  }

  @ResolveField('profile')
  profile(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    return this.profileOf.of(staff, id);
  }
}
