import { Args, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { QuerySeriesOverviewArgs, QuerySeriesPointsArgs, QuerySeriesRangeArgs, QuerySeriesStatesArgs, SubscriptionDeviceTelemetryArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ListPoints } from '../application/list-points.js';
import { ListStateSpans } from '../application/list-state-spans.js';
import { ReadSeriesOverview } from '../application/read-series-overview.js';
import { ReadSeriesRange } from '../application/read-series-range.js';
import { LiveValues, type LiveTelemetry } from '../live/live-values.js';
import { readOverviewQuestion, readPointListing, readRangeQuestion, readStateQuestion } from './read.js';
import { showLatest, showPoint, showRange, showSpan } from './show.js';

@Resolver()
export class ReadingResolver {
  constructor(
    private readonly range: ReadSeriesRange,
    private readonly overview: ReadSeriesOverview,
    private readonly points: ListPoints,
    private readonly states: ListStateSpans,
    private readonly live: LiveValues,
  ) {}

  @Query('seriesRange')
  @RequirePermission('telemetry:read')
  async seriesRange(@CurrentActor() actor: TenantActor, @Args() { input }: QuerySeriesRangeArgs) {
    return (await this.range.execute(actor, readRangeQuestion(input))).map(showRange);
  }

  @Query('seriesOverview')
  @RequirePermission('telemetry:read')
  async seriesOverview(@CurrentActor() actor: TenantActor, @Args() args: QuerySeriesOverviewArgs) {
    return showRange(await this.overview.execute(actor, readOverviewQuestion(args)));
  }

  @Query('seriesPoints')
  @RequirePermission('telemetry:read')
  async seriesPoints(@CurrentActor() actor: TenantActor, @Args() { input }: QuerySeriesPointsArgs) {
    const page = await this.points.execute(actor, readPointListing(input));
    return { ...page, nodes: page.nodes.map(showPoint) };
  }

  @Query('seriesStates')
  @RequirePermission('telemetry:read')
  async seriesStates(@CurrentActor() actor: TenantActor, @Args() { input }: QuerySeriesStatesArgs) {
    return (await this.states.execute(actor, readStateQuestion(input))).map(showSpan);
  }

  @Subscription('deviceTelemetry', { resolve: ({ deviceId, values }: LiveTelemetry) => ({ deviceId, values: values.map(showLatest) }) })
  @RequirePermission('telemetry:read')
  deviceTelemetry(@CurrentActor() actor: TenantActor, @Args() { deviceId }: SubscriptionDeviceTelemetryArgs) {
    return this.live.follow(actor, deviceId);
  }
}
