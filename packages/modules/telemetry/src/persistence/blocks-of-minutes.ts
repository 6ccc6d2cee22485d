import type { TenantTx } from '@tenon/db';
import { within } from '@tenon/domain/telemetry';
import { grouped } from '../grouped.js';
import { unlessDamaged } from '../blocks/damage.js';
import { openBlock } from '../blocks/seal-block.js';
import { columns } from './dirty-columns.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { BLOCK_BYTES, BLOCKS_OF_MINUTES } from './roll-up-statements.js';
import { sqlNumber } from './sql-number.js';

/** Minutes that are computed in one statement, with what blocks hold of them: numbers, the n-th entries belong together. */
export interface MinutesPart {
  readonly dirty: readonly DirtyMinutes[];
  readonly seriesIds: readonly number[];
  readonly atUs: readonly number[];
  readonly values: readonly (number | string)[];
  /** Series that are left out: one of their blocks is damaged, and what is reckoned of the rest would be wrong. */
  readonly damaged: readonly number[];
}

interface Weighed {
  readonly deviceId: string;
  readonly seriesId: number;
  readonly points: number;
}

/** Points of blocks that are held at a time, where a single series has not more. */
const MOST_POINTS = 300_000;
const US_PER_MS = 1_000;

/**
 * What blocks hold of minutes that are to be computed anew, because something came late. No other must make blocks meanwhile (the company's lock,
 * `DirtyMinutesRepository.begin`): a point that became part of one between two statements would be in neither.
 */
export class BlocksOfMinutes {
  /** All of the minutes: first what no block has anything of, in one part, as nearly always; then the rest, a few series at a time. */
  async *parts(tx: TenantTx, dirty: readonly DirtyMinutes[]): AsyncGenerator<MinutesPart, void, void> {
    const weighed = await tx.sql<Weighed>(BLOCKS_OF_MINUTES, [tx.tenantId, ...columns(dirty)]);
    const inBlocks = new Set(weighed.map(({ seriesId }) => seriesId));
    const without = ofSeries(dirty, (seriesId) => !inBlocks.has(seriesId));
    if (without.length > 0) yield { dirty: without, seriesIds: [], atUs: [], values: [], damaged: [] };
    for (const few of lots(weighed)) {
      const chosen = new Set(few);
      yield this.opened(tx, ofSeries(dirty, (seriesId) => chosen.has(seriesId)));
    }
  }

  private async opened(tx: TenantTx, dirty: readonly DirtyMinutes[]): Promise<MinutesPart> {
    const blocks = await tx.sql<{ deviceId: string; seriesId: number; bytes: Buffer }>(BLOCK_BYTES, [tx.tenantId, ...columns(dirty)]);
    const rangesOf = new Map(dirty.map(({ deviceId, ranges }) => [deviceId, ranges]));
    const opened = blocks.map((block) => ({ ...block, points: unlessDamaged(() => openBlock(block.bytes)) }));
    const damaged = new Set(opened.filter(({ points }) => !points).map(({ seriesId }) => seriesId));
    const [seriesIds, atUs, values]: [number[], number[], (number | string)[]] = [[], [], []];
    for (const { deviceId, seriesId, points } of opened) {
      if (!points) continue;
      for (const { fromMs, toMs } of rangesOf.get(deviceId) ?? []) {
        const some = within(points, fromMs * US_PER_MS, toMs * US_PER_MS);
        some.num.forEach((value, place) => {
          if (Number.isNaN(value)) return;
          seriesIds.push(seriesId);
          atUs.push(some.atUs[place] as number);
          values.push(sqlNumber(value));
        });
      }
    }
    return { dirty: ofSeries(dirty, (seriesId) => !damaged.has(seriesId)), seriesIds, atUs, values, damaged: [...damaged] };
  }
}

function ofSeries(dirty: readonly DirtyMinutes[], isWanted: (seriesId: number) => boolean): DirtyMinutes[] {
  return dirty.map((one) => ({ ...one, seriesIds: one.seriesIds.filter(isWanted) })).filter(({ seriesIds }) => seriesIds.length > 0);
}

/** The series, in lots of at least one. */
function lots(weighed: readonly Weighed[]): number[][] {
  let [lot, points] = [0, 0];
  const lotOf = (one: Weighed): number => {
    if (points > 0 && points + one.points > MOST_POINTS) [lot, points] = [lot + 1, 0];
    points += one.points;
    return lot;
  };
  return [...grouped(weighed, lotOf).values()].map((some) => some.map(({ seriesId }) => seriesId));
}
