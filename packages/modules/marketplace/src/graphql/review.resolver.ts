import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationDecideAppVersionArgs, QueryReviewQueueArgs } from '@tenon/graphql/resolvers';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { DecideAppVersion, ReadReviewQueue } from '../application/review.js';
import { showVersion } from './show.js';

@Resolver()
export class ReviewResolver {
  constructor(
    private readonly queue: ReadReviewQueue,
    private readonly decide: DecideAppVersion,
  ) {}

  @Query('reviewQueue')
  @RequirePermission('app-version:review')
  async reviewQueue(@CurrentStaff() staff: StaffActor, @Args() args: QueryReviewQueueArgs) {
    const page = await this.queue.execute(staff, { ...args, state: (args.state ?? 'SUBMITTED').toLowerCase() });
    return { ...page, nodes: page.nodes.map(showVersion) };
  }

  @Mutation('decideAppVersion')
  @RequirePermission('app-version:review')
  async decideAppVersion(@CurrentStaff() staff: StaffActor, @Args() { input }: MutationDecideAppVersionArgs) {
    return showVersion(await this.decide.execute(staff, { versionId: input.versionId, isApproved: input.decision === 'APPROVE', note: input.note ?? '' }));
  }
}
