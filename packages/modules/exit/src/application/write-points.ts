import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { toAppError } from '@tenon/kernel';
import { PointLines } from '@tenon/telemetry';
import type { PartStore } from '../files/part-store.js';
import type { WrittenFile } from '../persistence/export-file.repository.js';
import { Counted } from './content.js';

/** A file of points that is to be written. */
export interface PointsFile {
  readonly path: string;
  readonly seriesId: number;
  /** Points that arrived later are left out. */
  readonly through: Date;
}

/** Writes the points of one metric as CSV, as they were when it began. */
@Injectable()
export class WritePoints {
  constructor(
    private readonly db: TenantDb,
    private readonly points: PointLines,
  ) {}

  execute(actor: TenantActor, { path, seriesId, through }: PointsFile, parts: PartStore, signal: AbortSignal): Promise<WrittenFile> {
    return this.db.transaction(actor, async (tx) => {
      const counted = new Counted();
      const measure = await parts.write(counted.lines('time,type,value\r\n', this.pieces(tx, seriesId, through, signal)));
      return { path, ...measure, records: counted.records };
    });
  }

  /** A machine that was deleted meanwhile has no points any more. */
  private async *pieces(tx: TenantTx, seriesId: number, through: Date, signal: AbortSignal): AsyncGenerator<string[], void, void> {
    try {
      for await (const piece of this.points.execute(tx, seriesId, through)) {
        signal.throwIfAborted();
        yield piece;
      }
    } catch (error) {
      if (toAppError(error).code !== 'SERIES.NOT_FOUND') throw error;
    }
  }
}
