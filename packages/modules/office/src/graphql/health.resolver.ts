import { Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { ReadHealth } from '../application/read-health.js';
import { showHealth } from './show-health.js';

@Resolver()
export class HealthResolver {
  constructor(private readonly read: ReadHealth) {}

  @Query('platformHealth')
  @RequirePermission('platform:read')
  async platformHealth(@CurrentStaff() staff: StaffActor) {
    return showHealth(await this.read.execute(staff));
  }
}
