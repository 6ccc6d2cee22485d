import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff } from '@tenon/nest';
import { OfficeStandings } from '../application/office-standings.js';
import { showStanding } from './show-standing.js';

/** Where companies stand, where the platform office looks at them. */
@Resolver('Company')
export class OfficeStandingResolver {
  constructor(private readonly standings: OfficeStandings) {}

  @ResolveField('standing')
  async standing(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    return showStanding(await this.standings.read(staff, id), () => this.standings.moves(staff, id));
  }
}
