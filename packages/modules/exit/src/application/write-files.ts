import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { bug } from '@tenon/kernel';
import type { PartStore } from '../files/part-store.js';
import type { ExportFile, WrittenFile } from '../persistence/export-file.repository.js';
import { isOfRecords } from './export-plan.js';
import { ExportProgress, type ExportRun } from './export-progress.js';
import { WritePaper } from './write-paper.js';
import { WritePoints } from './write-points.js';
import { WriteRecords } from './write-records.js';
import { WriteTrail } from './write-trail.js';

/** Writes whatever of an export's files is not there yet, and notes each as soon as it is: a run that is killed loses the one it was at. */
@Injectable()
export class WriteFiles {
  constructor(
    private readonly progress: ExportProgress,
    private readonly records: WriteRecords,
    private readonly papers: WritePaper,
    private readonly trail: WriteTrail,
    private readonly points: WritePoints,
  ) {}

  /** @returns all files of the export */
  async execute(actor: TenantActor, run: ExportRun, parts: PartStore, signal: AbortSignal): Promise<WrittenFile[]> {
    let { done, open } = await sorted(run.files, parts);
    if (open.some(({ kind }) => kind === 'records')) {
      // Of one moment, so those that were there already are written anew, and so are papers.
      const { written, papers } = await this.records.execute(actor, parts, signal);
      const noted = await this.progress.noteRecords(actor, run, written, papers);
      ({ done, open } = await sorted([...noted, ...run.files.filter((file) => !isOfRecords(file))], parts));
    }
    for (const file of open) {
      const written = await this.write(actor, run, file, parts, signal);
      await this.progress.noteWritten(actor, run.id, [written]);
      done.push(written);
    }
    return done;
  }

  private write(actor: TenantActor, { requestedAt }: ExportRun, { kind, path, seriesId, paper }: ExportFile, parts: PartStore, signal: AbortSignal): Promise<WrittenFile> {
    signal.throwIfAborted();
    if (kind === 'trail') return this.trail.execute(actor, parts, signal);
    if (paper) return this.papers.execute(actor, path, paper, parts);
    if (seriesId === null) throw bug('EXPORT.NO_SUBJECT', 'A file is of no metric and no paper.', { path });
    return this.points.execute(actor, { path, seriesId, through: requestedAt }, parts, signal);
  }
}

function asWritten({ path, bytes, sha256, records }: ExportFile): WrittenFile | null {
  return bytes === null || sha256 === null || records === null ? null : { path, bytes, sha256, records };
}

/** Which files are there already, and which are to be written. */
async function sorted(files: readonly ExportFile[], parts: PartStore): Promise<{ done: WrittenFile[]; open: ExportFile[] }> {
  const [done, open]: [WrittenFile[], ExportFile[]] = [[], []];
  for (const file of files) {
    const written = asWritten(file);
    if (written && (await parts.has(written))) done.push(written);
    else open.push(file);
  }
  return { done, open };
}
