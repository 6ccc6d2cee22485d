import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationDeleteReadingsArgs, MutationDescribeSeriesArgs, QuerySeriesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { DeleteReadings } from '../application/delete-readings.js';
import { DescribeSeries } from '../application/describe-series.js';
import { LatestValues, type CurrentValue } from '../application/latest-values.js';
import { ListSeries, type Series } from '../application/list-series.js';
import { ByDevice } from './by-device.js';
import { readDescription, readListing, readReadingsToDelete } from './read.js';
import { showLatest, showSeries } from './show.js';

@Resolver('Device')
export class SeriesResolver {
  private readonly seriesOf: ByDevice<Series>;
  private readonly latestOf: ByDevice<CurrentValue>;

  constructor(
    private readonly list: ListSeries,
    private readonly describe: DescribeSeries,
    private readonly deletion: DeleteReadings,
    latest: LatestValues,
  ) {
    this.seriesOf = new ByDevice((actor, deviceIds) => list.ofDevices(actor, deviceIds));
    this.latestOf = new ByDevice((actor, deviceIds) => latest.ofDevices(actor, deviceIds));
  }

  @Query('series')
  @RequirePermission('telemetry:read')
  async series(@CurrentActor() actor: TenantActor, @Args() args: QuerySeriesArgs) {
    const page = await this.list.execute(actor, readListing(args));
    return { ...page, nodes: page.nodes.map(showSeries) };
  }

  @Mutation('describeSeries')
  @RequirePermission('series:update')
  async describeSeries(@CurrentActor() actor: TenantActor, @Args() { input }: MutationDescribeSeriesArgs) {
    return showSeries(await this.describe.execute(actor, readDescription(input)));
  }

  @Mutation('deleteReadings')
  @RequirePermission('telemetry:delete')
  async deleteReadings(@CurrentActor() actor: TenantActor, @Args() { input }: MutationDeleteReadingsArgs) {
    return (await this.deletion.execute(actor, readReadingsToDelete(input))).map(showSeries);
  }

  @ResolveField('series')
  async ofDevice(@CurrentActor() actor: TenantActor, @Parent() device: { id: string }) {
    return (await this.seriesOf.of(actor, device.id)).map(showSeries);
  }

  @ResolveField('latestValues')
  async latestValues(@CurrentActor() actor: TenantActor, @Parent() device: { id: string }) {
    return (await this.latestOf.of(actor, device.id)).map(showLatest);
  }
}
