import { Injectable } from '@nestjs/common';
import { indicatorsManifest } from '@tenon/contracts/manifest';
import { isUniqueViolation, TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { AppRepository } from '../persistence/app.repository.js';
import { AppVersionRepository, type VersionRow } from '../persistence/app-version.repository.js';
import { PublisherRepository, type Publisher } from '../persistence/publisher.repository.js';

/** One thing wrong with a manifest, and where. */
export interface ManifestProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const MOST_PROBLEMS = 50;

/**
 * A publisher submits a version of an app by its manifest; it waits for review and nobody else sees it. The first
 * submission of a slug takes it. Submitting the same version again fails with APP.VERSION_EXISTS.
 */
@Injectable()
export class SubmitAppVersion {
  constructor(
    private readonly db: TenantDb,
    private readonly apps: AppRepository,
    private readonly versions: AppVersionRepository,
    private readonly publishers: PublisherRepository,
  ) {}

  /** @throws AppError (conflict) PUBLISHER.REQUIRED, APP.SLUG_TAKEN, APP.VERSION_EXISTS */
  async execute(actor: TenantActor, manifest: unknown): Promise<VersionRow | { problems: ManifestProblem[] }> {
    const parsed = indicatorsManifest.safeParse(manifest);
    if (!parsed.success) {
      const problems = parsed.error.issues.slice(0, MOST_PROBLEMS);
      return { problems: problems.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message })) };
    }
    return this.db.transaction(actor, async (tx) => {
      const publisher = await this.publishers.find(tx);
      if (!publisher) throw conflict('PUBLISHER.REQUIRED', 'Register as a publisher first.');
      const appId = await this.takeSlug(tx, publisher, parsed.data.slug);
      const id = await this.versions.insertSubmitted(tx, appId, parsed.data);
      await tx.audit('app-version.submitted', { appVersionId: id, slug: parsed.data.slug, version: parsed.data.version });
      return this.versions.get(tx, id);
    });
  }

  private async takeSlug(tx: TenantTx, publisher: Publisher, slug: string): Promise<string> {
    const taken = (): Error => conflict('APP.SLUG_TAKEN', 'Another publisher has this slug.', { slug });
    const known = await this.apps.findOwn(tx, slug);
    if (known && known.publisherTenantId !== tx.tenantId) throw taken();
    if (known) return known.id;
    try {
      return await this.apps.insert(tx, { slug, publisherId: publisher.id, publisherName: publisher.name, engine: 'indicators' });
    } catch (error) {
      // Another publisher's app that is not listed yet is invisible here, yet holds the slug.
      throw isUniqueViolation(error) ? taken() : error;
    }
  }
}
