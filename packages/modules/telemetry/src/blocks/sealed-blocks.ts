import { MOST_BLOCK_POINTS, slicePoints, type BlockPoints } from '@tenon/domain/telemetry';
import { sealBlock } from './seal-block.js';

const US_PER_MS = 1_000;

/** A block to be stored. */
export interface NewBlock {
  readonly seriesId: number;
  readonly fromMs: number;
  readonly throughMs: number;
  readonly count: number;
  readonly bytes: Buffer;
}

/** A metric's points of a day in as many blocks as they take. */
export function sealedBlocks(seriesId: number, points: BlockPoints): NewBlock[] {
  const blocks: NewBlock[] = [];
  for (let from = 0; from < points.atUs.length; from += MOST_BLOCK_POINTS) {
    const some = slicePoints(points, from, Math.min(from + MOST_BLOCK_POINTS, points.atUs.length));
    blocks.push({ seriesId, fromMs: (some.atUs[0] as number) / US_PER_MS, throughMs: (some.atUs.at(-1) as number) / US_PER_MS, count: some.atUs.length, bytes: sealBlock(some) });
  }
  return blocks;
}
