import { Injectable } from '@nestjs/common';
import { writeExport } from '@tenon/contracts/jobs';
import { IS_RETRYABLE, toAppError } from '@tenon/kernel';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { ExportProgress } from '../application/export-progress.js';
import { WriteExport } from '../application/write-export.js';
import { ExportFolder } from '../files/export-folder.js';

/**
 * Writes what a company takes along. Running it twice is safe: a run goes on where the one before was, two at a time write the
 * same files under their digests, and what is ready is left alone.
 */
@Injectable()
@HandlesJob(writeExport)
export class WriteExportHandler implements JobHandler<typeof writeExport> {
  constructor(
    private readonly write: WriteExport,
    private readonly progress: ExportProgress,
    private readonly folder: ExportFolder,
  ) {}

  async handle({ payload: { exportId }, actor, attempt, signal }: JobContext<typeof writeExport>): Promise<void> {
    try {
      await this.write.execute(actor, exportId, signal);
    } catch (error) {
      const { kind, code } = toAppError(error);
      if (attempt >= writeExport.attempts || !IS_RETRYABLE[kind]) {
        if (await this.progress.fail(actor, exportId, code)) await this.folder.remove(actor.tenantId, exportId);
        // Another worker brought it to its end, and its file stays.
        else await this.folder.removeParts(actor.tenantId, exportId);
      }
      throw error;
    }
  }
}
