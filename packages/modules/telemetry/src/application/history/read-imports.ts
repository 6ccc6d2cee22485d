import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { ImportFolder } from '../../files/import-folder.js';
import { CompanyFactsRepository } from '../../persistence/history/company-facts.repository.js';
import { IMPORT_KEY_PARTS, importKey, ImportRepository, type ImportRow } from '../../persistence/history/import.repository.js';

/** An import as it is shown. */
export interface ShownImport {
  readonly row: ImportRow;
  /** How much of its file has come, in bytes; while it is sent. */
  readonly receivedBytes: number;
}

/** A company's imports of history. */
@Injectable()
export class ReadImports {
  constructor(
    private readonly db: TenantDb,
    private readonly imports: ImportRepository,
    private readonly facts: CompanyFactsRepository,
    private readonly folder: ImportFolder,
  ) {}

  /** Newest first. */
  async list(actor: TenantActor, args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined }): Promise<Page<ShownImport>> {
    demand(actor, 'telemetry:read');
    const page = pageRequest(args, IMPORT_KEY_PARTS);
    const { nodes, pageInfo } = toPage(await this.db.read(actor, (tx) => this.imports.list(tx, page)), page.limit, importKey);
    return { nodes: await Promise.all(nodes.map((row) => this.shown(actor, row))), pageInfo };
  }

  /** @throws AppError (not-found) HISTORY.NOT_FOUND */
  async one(actor: TenantActor, id: string): Promise<ShownImport> {
    demand(actor, 'telemetry:read');
    return this.shown(actor, await this.db.read(actor, (tx) => this.imports.get(tx, id)));
  }

  /** The longest file that is taken, in bytes. */
  get maxBytes(): number {
    return this.folder.maxBytes;
  }

  /** The company's own zone, which files mostly show. */
  timeZone(actor: TenantActor): Promise<string> {
    return this.db.read(actor, (tx) => this.facts.timeZone(tx));
  }

  async shown(actor: TenantActor, row: ImportRow): Promise<ShownImport> {
    return { row, receivedBytes: row.state === 'sending' ? await this.folder.received(actor.tenantId, row.id) : row.fileBytes };
  }
}
