import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { ExportFolder } from '../files/export-folder.js';
import { ExportRepository } from '../persistence/export.repository.js';

/** A file that may be handed out. */
export interface Download {
  readonly file: string;
  /** What a browser keeps it under. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Lets somebody have the file of an export, and notes who that was, once for each time it is begun. */
@Injectable()
export class DownloadExport {
  constructor(
    private readonly db: TenantDb,
    private readonly exports: ExportRepository,
    private readonly folder: ExportFolder,
  ) {}

  /**
   * @param isBegun whether its first byte is asked for; going on with one that broke off is not noted again
   * @throws AppError (not-found) EXPORT.NOT_FOUND; (conflict) EXPORT.NOT_READY, EXPORT.EXPIRED
   */
  execute(actor: TenantActor, id: string, isBegun: boolean): Promise<Download> {
    return this.db.transaction(actor, async (tx) => {
      const { state, bytes, sha256, expiresAt, requestedAt } = await this.exports.get(tx, id);
      if (state === 'expired' || (expiresAt && expiresAt <= tx.now)) throw conflict('EXPORT.EXPIRED', 'The file of this export was removed. Ask for another.');
      if (state !== 'ready' || bytes === null || sha256 === null) throw conflict('EXPORT.NOT_READY', 'This export has no file.');
      if (isBegun) await tx.audit('tenant.export-downloaded', { exportId: id, bytes, sha256 });
      return { file: this.folder.bundle(tx.tenantId, id), name: `tenon-${requestedAt.toISOString().slice(0, 10)}-${id.slice(0, 8)}.tar.gz`, bytes, sha256 };
    });
  }
}
