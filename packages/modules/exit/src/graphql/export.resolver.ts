import { Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import { CurrentPerson, RequirePermission } from '@tenon/nest';
import { ReadExports } from '../application/read-exports.js';
import { RequestExport } from '../application/request-export.js';
import { ExportChanges } from '../live/export-changes.js';
import type { ExportRow } from '../application/read-exports.js';
import { showExport } from './show.js';

@Resolver()
export class ExportResolver {
  constructor(
    private readonly read: ReadExports,
    private readonly request: RequestExport,
    private readonly changes: ExportChanges,
  ) {}

  @Query('exports')
  @RequirePermission('tenant:export')
  async exports(@CurrentPerson() actor: UserActor) {
    return (await this.read.execute(actor)).map(showExport);
  }

  @Mutation('requestExport')
  @RequirePermission('tenant:export')
  async requestExport(@CurrentPerson() actor: UserActor) {
    return showExport(await this.request.execute(actor));
  }

  @Subscription('exportsChanged', { resolve: (rows: readonly ExportRow[]) => rows.map(showExport) })
  @RequirePermission('tenant:export')
  exportsChanged(@CurrentPerson() actor: UserActor) {
    return this.changes.follow(actor);
  }
}
