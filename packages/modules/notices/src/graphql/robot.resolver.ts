import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationAddRobotArgs, MutationUpdateRobotArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission, RequireVerifiedEmail, WithheldFromOffice } from '@tenon/nest';
import { ChangeRobots } from '../application/change-robots.js';
import { TestRobot } from '../application/test-robot.js';
import { readAddition, readChanges } from './read.js';
import { showRobot } from './show.js';

const ADDRESS = 'where a robot is lets others speak by it';

@Resolver()
export class RobotResolver {
  constructor(
    private readonly robots: ChangeRobots,
    private readonly test: TestRobot,
  ) {}

  @Query('robots')
  @RequirePermission('robot:read')
  @WithheldFromOffice(ADDRESS)
  async list(@CurrentPerson() actor: UserActor) {
    return (await this.robots.list(actor)).map(showRobot);
  }

  @Mutation('addRobot')
  @RequirePermission('robot:manage')
  @WithheldFromOffice(ADDRESS)
  @RequireVerifiedEmail('others hear what a robot says')
  async add(@CurrentPerson() actor: UserActor, @Args() { input }: MutationAddRobotArgs) {
    return showRobot(await this.robots.add(actor, readAddition(input)));
  }

  @Mutation('updateRobot')
  @RequirePermission('robot:manage')
  @WithheldFromOffice(ADDRESS)
  @RequireVerifiedEmail('others hear what a robot says')
  async update(@CurrentPerson() actor: UserActor, @Args() { input }: MutationUpdateRobotArgs) {
    return showRobot(await this.robots.update(actor, readChanges(input)));
  }

  @Mutation('removeRobot')
  @RequirePermission('robot:manage')
  @WithheldFromOffice(ADDRESS)
  remove(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.robots.remove(actor, id);
  }

  @Mutation('testRobot')
  @RequirePermission('robot:manage')
  @WithheldFromOffice(ADDRESS)
  @RequireVerifiedEmail('others hear what a robot says')
  try(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.test.execute(actor, id);
  }
}
