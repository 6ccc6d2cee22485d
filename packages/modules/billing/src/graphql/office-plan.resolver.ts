import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff } from '@tenon/nest';
import { OfficePlans } from '../application/office-plans.js';
import { showPlanView } from './show.js';

/** What companies have and use, where the platform office looks at them. */
@Resolver('Company')
export class OfficePlanFieldResolver {
  constructor(private readonly plans: OfficePlans) {}

  @ResolveField('plan')
  async plan(@CurrentStaff() staff: StaffActor, @Parent() { id }: { id: string }) {
    return showPlanView(await this.plans.read(staff, id));
  }
}
