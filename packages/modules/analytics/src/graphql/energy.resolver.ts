import { Args, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { EMISSION_FACTORS_2023 } from '@tenon/domain/energy';
import type { MutationConfigureEnergyArgs, QueryEnergyReportArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { showSubscription } from '@tenon/marketplace';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ConfigureEnergy } from '../application/configure-energy.js';
import { ReadEnergyReport } from '../application/read-energy-report.js';
import { EnergyChanges } from '../live/energy-changes.js';
import { readChoices, readPeriod, readRange } from './read.js';
import { showEmissionFactor, showEnergyReport, showProgress } from './show.js';
import type { EnergyProgress } from '../application/read-energy-progress.js';

@Resolver()
export class EnergyResolver {
  constructor(
    private readonly configure: ConfigureEnergy,
    private readonly reports: ReadEnergyReport,
    private readonly changes: EnergyChanges,
  ) {}

  @Query('energyReport')
  @RequirePermission('subscription:read')
  async energyReport(@CurrentActor() actor: TenantActor, @Args() { input }: QueryEnergyReportArgs) {
    const { subscriptionId } = input;
    return showEnergyReport(await this.reports.execute(actor, { subscriptionId, range: readRange(input), period: readPeriod(input.period) }));
  }

  @Query('emissionFactors')
  @RequirePermission('app:read')
  emissionFactors() {
    return EMISSION_FACTORS_2023.map(showEmissionFactor);
  }

  @Mutation('configureEnergy')
  @RequirePermission('subscription:update')
  async configureEnergy(@CurrentActor() actor: TenantActor, @Args() { input }: MutationConfigureEnergyArgs) {
    return showSubscription(await this.configure.execute(actor, input.subscriptionId, readChoices(input)));
  }

  @Subscription('energyUpdated', { resolve: (payload: EnergyProgress) => showProgress(payload) })
  @RequirePermission('subscription:read')
  energyUpdated(@CurrentActor() actor: TenantActor, @Args('subscriptionId') subscriptionId: string) {
    return this.changes.follow(actor, subscriptionId);
  }
}
