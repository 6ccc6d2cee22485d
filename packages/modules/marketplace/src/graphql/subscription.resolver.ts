import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QuerySubscriptionsArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { notFound } from '@tenon/kernel';
import { CurrentActor, RequirePermission, Together } from '@tenon/nest';
import { ReadStore } from '../application/read-store.js';
import { Unsubscribe } from '../application/unsubscribe.js';
import { showApp, showSubscription } from './show.js';

@Resolver('AppSubscription')
export class SubscriptionResolver {
  private readonly appOf = new Together((actor, versionIds) => this.store.appsOf(actor, versionIds));

  constructor(
    private readonly store: ReadStore,
    private readonly unsubscribeCase: Unsubscribe,
  ) {}

  @Query('subscription')
  @RequirePermission('subscription:read')
  async subscription(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showSubscription(await this.store.subscription(actor, id));
  }

  @Query('subscriptions')
  @RequirePermission('subscription:read')
  async subscriptions(@CurrentActor() actor: TenantActor, @Args() args: QuerySubscriptionsArgs) {
    const page = await this.store.subscriptionPage(actor, args);
    return { ...page, nodes: page.nodes.map(showSubscription) };
  }

  @ResolveField('app')
  async app(@CurrentActor() actor: TenantActor, @Parent() subscription: { appVersionId: string }) {
    const app = await this.appOf.of(actor, subscription.appVersionId);
    if (!app) throw notFound('APP.VERSION_NOT_FOUND', 'There is no such version.');
    return showApp(app);
  }

  @Mutation('unsubscribe')
  @RequirePermission('subscription:delete')
  async unsubscribe(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showSubscription(await this.unsubscribeCase.execute(actor, id));
  }
}
