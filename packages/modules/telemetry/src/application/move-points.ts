import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { joined, laidOver, NO_POINTS, placeOf, slicePoints, type BlockPoints } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { openBlock } from '../blocks/seal-block.js';
import { sealedBlocks, type NewBlock } from '../blocks/sealed-blocks.js';
import { columnOf, latestOf, shapeColumns, type ArrivedPoints, type TakenRows } from '../blocks/taken-rows.js';
import { grouped } from '../grouped.js';
import { CompactionRepository, type MachineShape, type Stretch } from '../persistence/compaction.repository.js';
import { FoldLedger } from './fold-ledger.js';
import { CoverLayers } from './history/cover-layers.js';

const US_PER_MS = 1_000;

/** Points that are left out on the way. */
export interface LeftOut {
  readonly seriesIds: ReadonlySet<number>;
  readonly range: TimeRange;
}

/** What is to be moved. */
export interface Moving {
  readonly deviceId: string;
  readonly shapes: readonly MachineShape[];
  readonly stretch: Stretch;
  readonly leftOut?: LeftOut;
}

/** What was moved. */
export interface Moved {
  /** Points that went from rows into blocks, each stamp once. */
  readonly points: number;
  readonly blocks: number;
  /** What those take up. */
  readonly bytes: number;
}

/** Moves a machine's points of a stretch from rows into blocks, in the transaction of whoever holds the company's lock. */
@Injectable()
export class MovePoints {
  // Made here: they are parts of moving, that nobody else needs.
  private readonly ledger = new FoldLedger();
  private readonly cover = new CoverLayers();

  constructor(private readonly compactions: CompactionRepository) {}

  /** What is in a block stays there, but for what is left out. */
  async execute(tx: TenantTx, { deviceId, shapes, stretch, leftOut }: Moving): Promise<Moved> {
    await this.ledger.begin(tx, deviceId);
    const taken = await this.compactions.takeRows(tx, shapes, stretch);
    const fresh = bySeries(shapes, taken);
    const seriesIds = [...new Set([...fresh.keys(), ...(leftOut?.seriesIds ?? [])])];
    const standing = joinedBySeries(await this.compactions.takeBlocks(tx, seriesIds, stretch));
    await this.ledger.execute(tx, deviceId, { taken, shapes, stretch, restingUs: new Map([...standing].map(([seriesId, { atUs }]) => [seriesId, atUs])) });
    const blocks: NewBlock[] = [];
    const stamps = new Map<number, Float64Array>();
    let points = 0;
    for (const seriesId of seriesIds) {
      const rows = latestOf(fresh.get(seriesId) ?? []);
      stamps.set(seriesId, rows.atUs);
      points += rows.atUs.length;
      const merged = laidOver(rows, standing.get(seriesId) ?? NO_POINTS);
      blocks.push(...sealedBlocks(seriesId, leftOut?.seriesIds.has(seriesId) ? without(merged, leftOut.range) : merged));
      // A series takes milliseconds; what else the process has to do comes between.
      await setImmediate();
    }
    if (blocks.length > 0) await this.compactions.insert(tx, blocks);
    await this.cover.execute(tx, { dayMs: stretch.dayMs, stamps, leftOut });
    return { points, blocks: blocks.length, bytes: blocks.reduce((sum, { bytes }) => sum + bytes.length, 0) };
  }
}

/** What each series has in blocks. */
function joinedBySeries(blocks: readonly { seriesId: number; bytes: Buffer }[]): ReadonlyMap<number, BlockPoints> {
  const opened = [...grouped(blocks, ({ seriesId }) => seriesId)].map(([seriesId, some]) => {
    const parts = some.map(({ bytes }) => openBlock(bytes)).sort((a, b) => (a.atUs[0] ?? 0) - (b.atUs[0] ?? 0));
    return [seriesId, joined(parts)] as const;
  });
  return new Map(opened);
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

function without(points: BlockPoints, { fromMs, toMs }: TimeRange): BlockPoints {
  const [from, to] = [placeOf(points, Math.round(fromMs * US_PER_MS)), placeOf(points, Math.round(toMs * US_PER_MS))];
  return joined([slicePoints(points, 0, from), slicePoints(points, to, points.atUs.length)]);
}
