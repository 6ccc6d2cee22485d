import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationSubscribeArgs, QueryAppsArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission, Together } from '@tenon/nest';
import { ReadStore } from '../application/read-store.js';
import { Subscribe } from '../application/subscribe.js';
import { showApp, showSubscription } from './show.js';

@Resolver('App')
export class StoreResolver {
  private readonly subscriptionOf = new Together((actor, appIds) => this.store.activeSubscriptions(actor, appIds));

  constructor(
    private readonly store: ReadStore,
    private readonly subscribeCase: Subscribe,
  ) {}

  @Query('app')
  @RequirePermission('app:read')
  async app(@CurrentActor() actor: TenantActor, @Args('slug') slug: string) {
    return showApp(await this.store.app(actor, slug));
  }

  @Query('apps')
  @RequirePermission('app:read')
  async apps(@CurrentActor() actor: TenantActor, @Args() args: QueryAppsArgs) {
    const page = await this.store.page(actor, args);
    return { ...page, nodes: page.nodes.map(showApp) };
  }

  @ResolveField('subscription')
  async subscription(@CurrentActor() actor: TenantActor, @Parent() app: { id: string }) {
    const subscription = await this.subscriptionOf.of(actor, app.id);
    return subscription ? showSubscription(subscription) : null;
  }

  @Mutation('subscribe')
  @RequirePermission('subscription:create')
  async subscribe(@CurrentActor() actor: TenantActor, @Args() { input }: MutationSubscribeArgs) {
    return showSubscription(await this.subscribeCase.execute(actor, input));
  }
}
