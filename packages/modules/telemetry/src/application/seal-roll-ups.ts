import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { joinedColumns, type BucketColumns } from '@tenon/domain/telemetry';
import { systemActor } from '@tenon/domain/identity';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TenantId, type TimeRange } from '@tenon/kernel';
import { unlessDamaged } from '../blocks/damage.js';
import { dayBlock, hourBlocks, openedBlock, type NewRollUpBlock } from '../blocks/roll-up-blocks.js';
import { grouped } from '../grouped.js';
import { RollUpBlockRepository, spanOf, type DueSeries, type SealDue } from '../persistence/roll-up-block.repository.js';

/** Minutes that one transaction moves: some hundred milliseconds of a processor. */
const MOST_MINUTES = 60_000;

/** Series of which something is moved in one transaction. */
export interface SealLot {
  readonly seriesIds: readonly number[];
  /** Whole hours of one day of UTC. */
  readonly range: TimeRange;
  /** Whether the day is over, so that its hours become one block. */
  readonly isDayOver: boolean;
}

/** What one transaction did. */
export interface Sealed {
  readonly blocks: number;
  readonly bytes: number;
}

/**
 * Moves aggregates from rows into blocks: minutes of hours that are over an hour each; minutes and hours of days that are over a day, what was opened since because
 * something came late included. Readers see the rows until a transaction commits and the block from then on; a process that dies on the way leaves everything as it was.
 */
@Injectable()
export class SealRollUps {
  constructor(
    private readonly db: TenantDb,
    private readonly blocks: RollUpBlockRepository,
  ) {}

  /** What is to be done, the oldest first; of each series no more than a day, so that it is asked again until there is nothing. */
  async lots(tenantId: TenantId, due: SealDue): Promise<SealLot[]> {
    return lotsOf(await this.db.read(systemActor(tenantId), (tx) => this.blocks.due(tx, due)), due);
  }

  execute(tenantId: TenantId, lot: SealLot): Promise<Sealed> {
    return this.db.transaction(systemActor(tenantId), (tx) => this.seal(tx, lot));
  }

  private async seal(tx: TenantTx, { range, isDayOver, ...lot }: SealLot): Promise<Sealed> {
    const seriesIds = await this.blocks.begin(tx, lot.seriesIds);
    const minutes = await this.blocks.takeRows(tx, 'minute', seriesIds, range);
    const made = isDayOver ? await this.days(tx, { seriesIds, range, minutes }) : [...minutes].flatMap(([seriesId, columns]) => hourBlocks(seriesId, columns));
    await this.blocks.insert(tx, made);
    return { blocks: made.length, bytes: made.reduce((sum, block) => sum + block.minutes.length + (block.hours?.length ?? 0), 0) };
  }

  private async days(tx: TenantTx, { seriesIds, range, minutes }: { readonly seriesIds: readonly number[]; readonly range: TimeRange; readonly minutes: Rows }): Promise<NewRollUpBlock[]> {
    const hours = await this.blocks.takeRows(tx, 'hour', seriesIds, range);
    const standing = grouped(await this.blocks.takeDay(tx, seriesIds, range.fromMs), ({ seriesId }) => seriesId);
    const made: NewRollUpBlock[] = [];
    for (const seriesId of new Set([...standing.keys(), ...minutes.keys()])) {
      const blocks = (standing.get(seriesId) ?? []).map((block) => ({ block, opened: unlessDamaged(() => openedBlock(block)) }));
      // What is damaged is made anew of its points.
      for (const { block, opened } of blocks) if (!opened) await this.blocks.markDirty(tx, seriesId, spanOf(block));
      const sound = blocks.flatMap(({ opened }) => opened ?? []);
      const ofDay = { minutes: joinedColumns([...sound.map((block) => block.minutes), ...found(minutes, seriesId)]), hours: joinedColumns([...sound.map((block) => block.hours), ...found(hours, seriesId)]) };
      if (ofDay.minutes.fromMs.length > 0) made.push(dayBlock(seriesId, ofDay));
      // A series takes milliseconds at most; what else the process has to do comes between.
      await setImmediate();
    }
    return made;
  }
}

type Rows = ReadonlyMap<number, BucketColumns>;

function found(rows: Rows, seriesId: number): BucketColumns[] {
  const columns = rows.get(seriesId);
  return columns ? [columns] : [];
}

/** Series whose oldest lies in one day, as many together as one transaction takes. */
function lotsOf(due: readonly DueSeries[], { rowsBeforeMs, daysBeforeMs }: SealDue): SealLot[] {
  return [...grouped(due, ({ atMs }) => startOfDay(atMs))].flatMap(([dayMs, series]) => {
    const isDayOver = dayMs < daysBeforeMs;
    const fromMs = isDayOver ? dayMs : Math.floor((series[0]?.atMs ?? dayMs) / HOUR_MS) * HOUR_MS;
    const range = { fromMs, toMs: Math.min(dayMs + DAY_MS, isDayOver ? Infinity : rowsBeforeMs) };
    const most = Math.max(1, Math.floor(MOST_MINUTES / ((range.toMs - range.fromMs) / MINUTE_MS)));
    return Array.from({ length: Math.ceil(series.length / most) }, (_, lot) => ({ seriesIds: series.slice(lot * most, (lot + 1) * most).map(({ seriesId }) => seriesId), range, isDayOver }));
  });
}

function startOfDay(atMs: number): number {
  return Math.floor(atMs / DAY_MS) * DAY_MS;
}
