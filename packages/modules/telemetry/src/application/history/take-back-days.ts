import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { laidOver, NO_POINTS, partedByStamps, type BlockPoints } from '@tenon/domain/telemetry';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { openBlock } from '../../blocks/seal-block.js';
import { sealedBlocks, type NewBlock } from '../../blocks/sealed-blocks.js';
import type { Layer, LayeredDays } from '../../persistence/history/layer.repository.js';
import { grownRanges } from '../../ranges/time-ranges.js';
import { CorrectHeads } from '../correct-heads.js';
import { RollUp } from '../roll-up.js';
import { DayParts } from './day-parts.js';
import { STANDING_POINTS } from './limits.js';
import { commonStamps, openStamps, sealSome, stampsWithout } from './layer-block.js';
import { daysRange, standingBy } from './write-days.js';

/** What was taken back: readings that went, and those that stand again. */
export interface TakenBack {
  readonly removed: number;
  readonly restored: number;
  /** Layers that are done with. */
  readonly layers: number;
}

/**
 * Takes back what an import did to a machine on some days. What a machine said since, and what a later import brought, stays; where the later import
 * replaced what this one brought, it will give back what stood before this one.
 */
@Injectable()
export class TakeBackDays {
  constructor(
    private readonly parts: DayParts,
    private readonly rollUp: RollUp,
    private readonly heads: CorrectHeads,
  ) {}

  /** @returns `null` where rows were moved instead: ask again */
  async execute(tx: TenantTx, importId: string, layered: LayeredDays): Promise<TakenBack | null> {
    const { compactions, clearRows, layers, metrics, standing: stored } = this.parts;
    const { deviceId, days } = await stored.fitting(tx, layered, STANDING_POINTS);
    const all = [...(await metrics.ofMachine(tx, deviceId)).values()];
    const range = daysRange(days);
    if (!(await clearRows.execute(tx, { deviceId, seriesIds: all, range }))) return null;
    const found = await layers.ofDays(tx, all, { fromDay: days[0] ?? 0, toDay: (days.at(-1) ?? 0) + 1 });
    const own = found.filter((layer) => layer.importId === importId);
    const seriesIds = [...new Set(own.map(({ seriesId }) => seriesId))];
    const standing = standingBy(await compactions.takeDays(tx, seriesIds, range));
    const blocks: NewBlock[] = [];
    let [removed, restored] = [0, 0];
    for (const layer of own) {
      const stamps = await this.without(tx, layer, found);
      const before = partedByStamps(restoredOf(layer), stamps).chosen;
      blocks.push(...sealedBlocks(layer.seriesId, laidOver(before, partedByStamps(standing.take(layer), stamps).others)));
      removed += stamps.length - before.atUs.length;
      restored += before.atUs.length;
      await setImmediate();
    }
    blocks.push(...standing.left());
    if (blocks.length > 0) await compactions.insert(tx, blocks);
    const gone = await layers.remove(tx, importId, seriesIds, days);
    await this.follow(tx, deviceId, own);
    return { removed, restored, layers: gone };
  }

  /** The stamps at which this import's readings stand; those under later imports are given to these. */
  private async without(tx: TenantTx, layer: Layer, all: readonly Layer[]): Promise<Float64Array> {
    let stamps = openStamps(layer.brought);
    for (const later of all) {
      if (later.seriesId !== layer.seriesId || later.day !== layer.day || later.layerNo <= layer.layerNo) continue;
      const theirs = openStamps(later.brought);
      const covered = commonStamps(stamps, theirs);
      if (covered.length === 0) continue;
      const before = partedByStamps(restoredOf(layer), covered).chosen;
      const replaced = sealSome(laidOver(before, partedByStamps(restoredOf(later), covered).others));
      await this.parts.layers.change(tx, later, { count: theirs.length, brought: later.brought, replaced });
      stamps = stampsWithout(stamps, covered);
    }
    return stamps;
  }

  private async follow(tx: TenantTx, deviceId: string, own: readonly Layer[]): Promise<void> {
    if (own.length === 0) return;
    const seriesIds = [...new Set(own.map(({ seriesId }) => seriesId))];
    const ranges = grownRanges(own.map(({ day }) => ({ fromMs: day * DAY_MS, toMs: (day + 1) * DAY_MS })), MINUTE_MS);
    await this.rollUp.anew(tx, { deviceId, seriesIds, ranges });
    const [first, last] = [ranges[0]?.fromMs ?? 0, ranges.at(-1)?.toMs ?? 0];
    await this.heads.execute(tx, { deviceId, seriesIds, range: { fromMs: first, toMs: last } });
  }
}

function restoredOf({ replaced }: Layer): BlockPoints {
  return replaced ? openBlock(replaced) : NO_POINTS;
}
