import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { RetireDevice } from '../application/retire/retire-device.js';
import { showDevice } from './show.js';

@Resolver()
export class RetirementResolver {
  constructor(private readonly retirement: RetireDevice) {}

  @Mutation('retireDevice')
  @RequirePermission('device:retire')
  async retire(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showDevice(await this.retirement.retire(actor, id));
  }

  @Mutation('reinstateDevice')
  @RequirePermission('device:retire')
  async reinstate(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showDevice(await this.retirement.bringBack(actor, id));
  }
}
