import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, tenantId, type TenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { AppVersionRepository, type VersionRow } from '../persistence/app-version.repository.js';

/** Reads what waits for review, or was decided, across companies. */
@Injectable()
export class ReadReviewQueue {
  constructor(
    private readonly db: SystemDb,
    private readonly versions: AppVersionRepository,
  ) {}

  execute(staff: StaffActor, args: { first?: number | null | undefined; after?: string | null | undefined; state: string }): Promise<Page<VersionRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.runAs(staff, 'office: review queue', async (tx) => {
      const rows = await this.versions.listByState(tx, request, args.state);
      return toPage(rows, request.limit, (row) => [row.submittedAt.toISOString(), row.id]);
    });
  }
}

/**
 * A reviewer approves a submitted version, which lists it in place of the one before, or sends it back with the reason.
 * Companies that subscribe keep the version they consented to. Deciding twice fails with APP.VERSION_DECIDED.
 */
@Injectable()
export class DecideAppVersion {
  constructor(
    private readonly db: SystemDb,
    private readonly versions: AppVersionRepository,
  ) {}

  execute(staff: StaffActor, input: { versionId: string; isApproved: boolean; note: string }): Promise<VersionRow> {
    const note = input.note.trim().slice(0, 2_000);
    if (!input.isApproved && note.length === 0) throw invalid('APP.NOTE_REQUIRED', 'Say what has to change.');
    return this.db.runAs(staff, 'office: decide a version', async (tx) => {
      const version = await this.versions.getForUpdate(tx, input.versionId);
      if (version.state !== 'submitted' || version.publisherTenantId === null) throw conflict('APP.VERSION_DECIDED', 'This version was decided already.');
      if (input.isApproved) await this.versions.list(tx, version, note || null);
      else await this.versions.reject(tx, version.id, note);
      const action = input.isApproved ? 'app-version.listed' : 'app-version.rejected';
      const publisher = tenantId(version.publisherTenantId);
      await tx.auditFor(publisher, staff, action, { appVersionId: version.id, slug: version.slug, version: version.version, note });
      await this.raise(tx, publisher, version, { kind: action, note });
      return this.versions.get(tx, version.id);
    });
  }

  private async raise(tx: SystemTx, publisher: TenantId, { id, slug, version }: VersionRow, { kind, note }: { kind: 'app-version.listed' | 'app-version.rejected'; note: string }): Promise<void> {
    await tx.enqueueFor(publisher, noticeRaised, { noticeId: tx.newId(), kind, subjectId: id, facts: { app: slug, version, reason: note } });
  }
}
