import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { joined, laidOver, MOST_BLOCK_POINTS, slicePoints, type BlockPoints } from '@tenon/domain/telemetry';
import type { TenantId } from '@tenon/kernel';
import { openBlock, sealBlock } from '../blocks/seal-block.js';
import { columnOf, latestOf, shapeColumns, type ArrivedPoints, type TakenRows } from '../blocks/taken-rows.js';
import { grouped } from '../grouped.js';
import { CompactionRepository, type MachineShape, type NewBlock } from '../persistence/compaction.repository.js';

/** Points that one transaction moves: some seconds of a processor, and tens of megabytes. */
const MOST_POINTS = 400_000;
const US_PER_MS = 1_000;

/** Which of a machine's points are moved, and how many in one transaction. */
export interface Compaction {
  readonly deviceId: string;
  /** Only rows of before this; the start of a day of UTC. */
  readonly beforeMs: number;
  readonly mostPoints?: number;
}

/** What one transaction did. */
export interface Compacted {
  /** Points that went from rows into blocks, each stamp once. */
  readonly points: number;
  readonly blocks: number;
  /** What its blocks take up. */
  readonly bytes: number;
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
  ) {}

  /** The company's machines that have rows of before an instant. */
  machines(tenantId: TenantId, beforeMs: number): Promise<string[]> {
    return this.db.read(systemActor(tenantId), (tx) => this.compactions.machines(tx, beforeMs));
  }

  execute(tenantId: TenantId, { deviceId, beforeMs, mostPoints = MOST_POINTS }: Compaction): Promise<Compacted> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      const shapes = await this.compactions.begin(tx, deviceId);
      const stretch = shapes.length > 0 ? await this.compactions.next(tx, shapes, beforeMs, mostPoints) : undefined;
      if (!stretch) return { points: 0, blocks: 0, bytes: 0, hasMore: false };
      const fresh = bySeries(shapes, await this.compactions.takeRows(tx, shapes, stretch));
      const standing = grouped(await this.compactions.takeBlocks(tx, [...fresh.keys()], stretch), ({ seriesId }) => seriesId);
      const blocks: NewBlock[] = [];
      let points = 0;
      for (const [seriesId, parts] of fresh) {
        const rows = latestOf(parts);
        points += rows.atUs.length;
        const old = (standing.get(seriesId) ?? []).map(({ bytes }) => openBlock(bytes)).sort((a, b) => (a.atUs[0] ?? 0) - (b.atUs[0] ?? 0));
        blocks.push(...sealed(seriesId, laidOver(rows, joined(old))));
        // A series takes milliseconds; what else the process has to do comes between.
        await setImmediate();
      }
      await this.store(tx, blocks);
      return { points, blocks: blocks.length, bytes: blocks.reduce((sum, { bytes }) => sum + bytes.length, 0), hasMore: true };
    });
  }

  private async store(tx: TenantTx, blocks: readonly NewBlock[]): Promise<void> {
    if (blocks.length > 0) await this.compactions.insert(tx, blocks);
  }
}

/** What each series of a machine has in the rows of its shapes. */
function bySeries(shapes: readonly MachineShape[], taken: readonly TakenRows[]): ReadonlyMap<number, ArrivedPoints[]> {
  const seriesOf = new Map(shapes.map(({ id, seriesIds }) => [id, seriesIds]));
  const columns = taken.flatMap((rows) => {
    const seriesIds = seriesOf.get(rows.shapeId) ?? [];
    const ofShape = shapeColumns(rows, seriesIds.length);
    return seriesIds.map((seriesId, place) => ({ seriesId, points: columnOf(ofShape, place) }));
  });
  const found = grouped(columns, ({ seriesId }) => seriesId);
  return new Map([...found].map(([seriesId, parts]) => [seriesId, parts.map(({ points }) => points)]));
}

function sealed(seriesId: number, points: BlockPoints): NewBlock[] {
  const blocks: NewBlock[] = [];
  for (let from = 0; from < points.atUs.length; from += MOST_BLOCK_POINTS) {
    const some = slicePoints(points, from, Math.min(from + MOST_BLOCK_POINTS, points.atUs.length));
    blocks.push({ seriesId, fromMs: (some.atUs[0] as number) / US_PER_MS, throughMs: (some.atUs.at(-1) as number) / US_PER_MS, count: some.atUs.length, bytes: sealBlock(some) });
  }
  return blocks;
}
