import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationConfigureIndicatorsArgs, QueryIndicatorReportArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { showSubscription } from '@tenon/marketplace';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ConfigureIndicators } from '../application/configure-indicators.js';
import { ReadIndicatorReport } from '../application/read-indicator-report.js';
import { readSeriesId } from '@tenon/telemetry';
import { readRange } from './read.js';

@Resolver()
export class IndicatorResolver {
  constructor(
    private readonly configure: ConfigureIndicators,
    private readonly reports: ReadIndicatorReport,
  ) {}

  @Query('indicatorReport')
  @RequirePermission('subscription:read')
  indicatorReport(@CurrentActor() actor: TenantActor, @Args() { input }: QueryIndicatorReportArgs) {
    return this.reports.execute(actor, input.subscriptionId, readRange(input));
  }

  @Mutation('configureIndicators')
  @RequirePermission('subscription:update')
  async configureIndicators(@CurrentActor() actor: TenantActor, @Args() { input }: MutationConfigureIndicatorsArgs) {
    const bindings = input.bindings.map((each) => ({ input: each.input, seriesId: readSeriesId(each.seriesId) }));
    return showSubscription(await this.configure.execute(actor, { subscriptionId: input.subscriptionId, bindings }));
  }
}
