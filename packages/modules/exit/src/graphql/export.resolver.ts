import { Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import { CurrentPerson, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { ReadExports } from '../application/read-exports.js';
import { RequestExport } from '../application/request-export.js';
import { ExportChanges } from '../live/export-changes.js';
import type { ExportRow } from '../application/read-exports.js';
import { showExport } from './show.js';

const ALL_OF_IT = 'all that a company has goes to its owners alone';

@Resolver()
export class ExportResolver {
  constructor(
    private readonly read: ReadExports,
    private readonly request: RequestExport,
    private readonly changes: ExportChanges,
  ) {}

  @Query('exports')
  @RequirePermission('tenant:export')
  @WithheldFromOffice(ALL_OF_IT)
  async exports(@CurrentPerson() actor: UserActor) {
    return (await this.read.execute(actor)).map(showExport);
  }

  @Mutation('requestExport')
  @RequirePermission('tenant:export')
  @WithheldFromOffice(ALL_OF_IT)
  async requestExport(@CurrentPerson() actor: UserActor) {
    return showExport(await this.request.execute(actor));
  }

  @Subscription('exportsChanged', { resolve: (rows: readonly ExportRow[]) => rows.map(showExport) })
  @RequirePermission('tenant:export')
  @WithheldFromOffice(ALL_OF_IT)
  exportsChanged(@CurrentPerson() actor: UserActor) {
    return this.changes.follow(actor);
  }
}
