import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationBeginHistoryImportArgs, MutationCheckHistoryImportArgs, QueryHistoryImportArgs, QueryHistoryImportsArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { BeginImport } from '../application/history/begin-import.js';
import { CheckImport } from '../application/history/check-import.js';
import { ReadImports } from '../application/history/read-imports.js';
import { StepImport, type PressedStep } from '../application/history/step-import.js';
import { readCheck, showImport } from './history-words.js';

@Resolver()
export class HistoryResolver {
  constructor(
    private readonly read: ReadImports,
    private readonly beginning: BeginImport,
    private readonly check: CheckImport,
    private readonly steps: StepImport,
  ) {}

  @Query('historyImports')
  @RequirePermission('telemetry:read')
  async list(@CurrentActor() actor: TenantActor, @Args() args: QueryHistoryImportsArgs) {
    const page = await this.read.list(actor, args);
    return { ...page, nodes: page.nodes.map(showImport) };
  }

  @Query('historyImport')
  @RequirePermission('telemetry:read')
  async one(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return showImport(await this.read.one(actor, id));
  }

  @Query('historyImportSettings')
  @RequirePermission('telemetry:read')
  async settings(@CurrentActor() actor: TenantActor) {
    return { maxBytes: this.read.maxBytes, timeZone: await this.read.timeZone(actor) };
  }

  @Mutation('beginHistoryImport')
  @RequirePermission('telemetry:import')
  async begin(@CurrentActor() actor: TenantActor, @Args() { input }: MutationBeginHistoryImportArgs) {
    const row = await this.beginning.execute(actor, { name: input.fileName, bytes: input.fileBytes });
    return showImport(await this.read.shown(actor, row));
  }

  @Mutation('checkHistoryImport')
  @RequirePermission('telemetry:import')
  async checkImport(@CurrentActor() actor: TenantActor, @Args() { input }: MutationCheckHistoryImportArgs) {
    return showImport(await this.read.shown(actor, await this.check.execute(actor, readCheck(input))));
  }

  @Mutation('runHistoryImport')
  @RequirePermission('telemetry:import')
  run(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return this.press(actor, id, 'run');
  }

  @Mutation('pauseHistoryImport')
  @RequirePermission('telemetry:import')
  pause(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return this.press(actor, id, 'pause');
  }

  @Mutation('resumeHistoryImport')
  @RequirePermission('telemetry:import')
  resume(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return this.press(actor, id, 'resume');
  }

  @Mutation('cancelHistoryImport')
  @RequirePermission('telemetry:import')
  cancel(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return this.press(actor, id, 'cancel');
  }

  @Mutation('undoHistoryImport')
  @RequirePermission('telemetry:import')
  undo(@CurrentActor() actor: TenantActor, @Args() { id }: QueryHistoryImportArgs) {
    return this.press(actor, id, 'undo');
  }

  private async press(actor: TenantActor, id: string, step: PressedStep) {
    return showImport(await this.read.shown(actor, await this.steps.execute(actor, id, step)));
  }
}
