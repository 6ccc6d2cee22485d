import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import type { QueryJobsArgs } from '@tenon/graphql/resolvers';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { PlatformWork, type OpenJobState } from '../application/platform-work.js';
import { showJob, showWork } from './show-work.js';

@Resolver()
export class PlatformWorkResolver {
  constructor(private readonly work: PlatformWork) {}

  @Query('platformWork')
  @RequirePermission('job:read')
  async platformWork(@CurrentStaff() staff: StaffActor) {
    return showWork(await this.work.look(staff));
  }

  @Query('jobs')
  @RequirePermission('job:read')
  async jobs(@CurrentStaff() staff: StaffActor, @Args() args: QueryJobsArgs) {
    const page = await this.work.jobs(staff, args.state.toLowerCase() as OpenJobState, args);
    return { ...page, nodes: page.nodes.map(showJob) };
  }

  @Mutation('retryJob')
  @RequirePermission('job:retry')
  async retryJob(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showJob(await this.work.retry(staff, id));
  }
}
