import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { MovePoints, type Moved } from './move-points.js';

/** Points that one transaction moves: a second or two of a processor, and tens of megabytes. */
export const MOST_POINTS = 400_000;

/** Which of a machine's points are moved, and how many in one transaction. */
export interface Compaction {
  readonly deviceId: string;
  /** Only rows of before this; the start of a day of UTC. */
  readonly beforeMs: number;
  readonly mostPoints?: number;
}

/** What one transaction did. */
export interface Compacted extends Moved {
  readonly hasMore: boolean;
}

/**
 * Moves some of a machine's oldest points from rows into blocks, those into which something came late included, in one
 * transaction: readers see the rows until it commits and the blocks from then on. A process that dies on the way leaves
 * everything as it was; repeating it goes on with what is left, and where nothing is left does nothing.
 */
@Injectable()
export class CompactPoints {
  constructor(
    private readonly db: TenantDb,
    private readonly compactions: CompactionRepository,
    private readonly movePoints: MovePoints,
  ) {}

  /** The company's machines that have rows of before an instant. */
  machines(tenantId: TenantId, beforeMs: number): Promise<string[]> {
    return this.db.read(systemActor(tenantId), (tx) => this.compactions.machines(tx, beforeMs));
  }

  execute(tenantId: TenantId, { deviceId, beforeMs, mostPoints = MOST_POINTS }: Compaction): Promise<Compacted> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      const shapes = await this.compactions.begin(tx, deviceId);
      const stretch = shapes.length > 0 ? await this.compactions.next(tx, shapes, { range: { fromMs: 0, toMs: beforeMs }, mostPoints, seriesIds: [] }) : undefined;
      if (!stretch) return { points: 0, blocks: 0, bytes: 0, hasMore: false };
      return { ...(await this.movePoints.execute(tx, { deviceId, shapes, stretch })), hasMore: true };
    });
  }
}
