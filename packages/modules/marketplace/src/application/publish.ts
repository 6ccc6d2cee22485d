import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, invalid } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { AppVersionRepository, type VersionRow } from '../persistence/app-version.repository.js';
import { PublisherRepository, type Publisher } from '../persistence/publisher.repository.js';

/** Makes the company a publisher. Repeating it fails with PUBLISHER.EXISTS. */
@Injectable()
export class RegisterPublisher {
  constructor(
    private readonly db: TenantDb,
    private readonly publishers: PublisherRepository,
  ) {}

  execute(actor: TenantActor, input: { name: string }): Promise<Publisher> {
    const name = input.name.trim();
    if (name.length < 2 || name.length > 60) throw invalid('PUBLISHER.NAME_INVALID', 'A publisher’s name has 2 to 60 characters.');
    return this.db.transaction(actor, async (tx) => {
      if (await this.publishers.find(tx)) throw conflict('PUBLISHER.EXISTS', 'The company is a publisher already.');
      const publisher = await this.publishers.insert(tx, name);
      await tx.audit('publisher.registered', { publisherId: publisher.id, name });
      return publisher;
    });
  }
}

/** Reads what the company publishes. */
@Injectable()
export class ReadPublisher {
  constructor(
    private readonly db: TenantDb,
    private readonly publishers: PublisherRepository,
    private readonly versions: AppVersionRepository,
  ) {}

  publisher(actor: TenantActor): Promise<Publisher | null> {
    return this.db.read(actor, (tx) => this.publishers.find(tx));
  }

  versionPage(actor: TenantActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<VersionRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => {
      const rows = await this.versions.listOwn(tx, request);
      return toPage(rows, request.limit, (row) => [row.submittedAt.toISOString(), row.id]);
    });
  }
}
