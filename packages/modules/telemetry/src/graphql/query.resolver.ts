import { Args, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { QueryTelemetryArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { AskTelemetry } from '../application/query/ask-telemetry.js';
import { ReadingBudget } from '../application/query/reading-budget.js';
import { PAGE_LIMITS, readInput, showTable } from './query-words.js';

@Resolver()
export class QueryResolver {
  constructor(
    private readonly ask: AskTelemetry,
    private readonly budget: ReadingBudget,
  ) {}

  @Query('telemetry')
  @RequirePermission('telemetry:read')
  async telemetry(@CurrentActor() actor: TenantActor, @Args() { input }: QueryTelemetryArgs) {
    this.budget.demand(actor.tenantId);
    const question = readInput(input);
    return showTable(await this.ask.execute(actor, question, PAGE_LIMITS), question);
  }
}
