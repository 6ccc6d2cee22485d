import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { bug } from '@tenon/kernel';
import type { PartStore } from '../files/part-store.js';
import type { ExportFile, WrittenFile } from '../persistence/export-file.repository.js';
import { ExportProgress, type ExportRun } from './export-progress.js';
import { WritePoints } from './write-points.js';
import { WriteRecords } from './write-records.js';
import { WriteTrail } from './write-trail.js';

/** Writes whatever of an export's files is not there yet, and notes each as soon as it is: a run that is killed loses the one it was at. */
@Injectable()
export class WriteFiles {
  constructor(
    private readonly progress: ExportProgress,
    private readonly records: WriteRecords,
    private readonly trail: WriteTrail,
    private readonly points: WritePoints,
  ) {}

  /** @returns all files of the export */
  async execute(actor: TenantActor, run: ExportRun, parts: PartStore, signal: AbortSignal): Promise<WrittenFile[]> {
    const done: WrittenFile[] = [];
    const open: ExportFile[] = [];
    for (const file of run.files) {
      const written = asWritten(file);
      if (written && (await parts.has(written))) done.push(written);
      else open.push(file);
    }
    const note = async (written: readonly WrittenFile[]): Promise<void> => {
      await this.progress.noteWritten(actor, run.id, written);
      done.push(...written);
    };
    if (open.some(({ kind }) => kind === 'records')) {
      // Of one moment, so those that were there already are written anew.
      removeWhere(done, run.files.filter(({ kind }) => kind === 'records'));
      await note(await this.records.execute(actor, parts, signal));
    }
    for (const file of open) {
      if (file.kind !== 'records') await note([await this.write(actor, run, file, parts, signal)]);
    }
    return done;
  }

  private write(actor: TenantActor, { requestedAt }: ExportRun, { kind, path, seriesId }: ExportFile, parts: PartStore, signal: AbortSignal): Promise<WrittenFile> {
    signal.throwIfAborted();
    if (kind === 'trail') return this.trail.execute(actor, parts, signal);
    if (seriesId === null) throw bug('EXPORT.NO_METRIC', 'A file of points is of no metric.', { path });
    return this.points.execute(actor, { path, seriesId, through: requestedAt }, parts, signal);
  }
}

function asWritten({ path, bytes, sha256, records }: ExportFile): WrittenFile | null {
  return bytes === null || sha256 === null || records === null ? null : { path, bytes, sha256, records };
}

function removeWhere(done: WrittenFile[], files: readonly ExportFile[]): void {
  const paths = new Set(files.map(({ path }) => path));
  done.splice(0, done.length, ...done.filter(({ path }) => !paths.has(path)));
}
