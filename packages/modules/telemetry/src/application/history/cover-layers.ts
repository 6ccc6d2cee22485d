import type { TenantTx } from '@tenon/db';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { LayerRepository, type Layer } from '../../persistence/history/layer.repository.js';
import { openStamps, sealStamps, stampsWithout } from './layer-block.js';

const US_PER_MS = 1_000;

/** What came over what imports brought, within one day. */
export interface Covered {
  readonly dayMs: number;
  /** Stamps of rows that machines sent and that become part of a block, by metric. */
  readonly stamps: ReadonlyMap<number, Float64Array>;
  /** What was deleted. */
  readonly leftOut?: { readonly seriesIds: ReadonlySet<number>; readonly range: TimeRange } | undefined;
}

/**
 * Tells imports what is no longer theirs: what a machine said later, and what somebody deleted. As long as it is a row, that is to be seen; once it
 * lies in a block with the rest, nothing else would say that it came after the import and must not go with it.
 */
export class CoverLayers {
  private readonly layers = new LayerRepository();

  async execute(tx: TenantTx, { dayMs, stamps, leftOut }: Covered): Promise<void> {
    const seriesIds = [...new Set([...stamps.keys(), ...(leftOut?.seriesIds ?? [])])];
    const day = Math.floor(dayMs / DAY_MS);
    for (const layer of await this.layers.ofDays(tx, seriesIds, { fromDay: day, toDay: day + 1 })) {
      const before = openStamps(layer.brought);
      const after = without(stampsWithout(before, stamps.get(layer.seriesId) ?? new Float64Array()), layer, leftOut);
      if (after.length === before.length) continue;
      await this.layers.change(tx, layer, { count: after.length, brought: after.length > 0 ? sealStamps(after) : layer.brought, replaced: layer.replaced });
    }
  }
}

function without(stamps: Float64Array, { seriesId }: Layer, leftOut: Covered['leftOut']): Float64Array {
  if (!leftOut?.seriesIds.has(seriesId)) return stamps;
  const [fromUs, toUs] = [Math.round(leftOut.range.fromMs * US_PER_MS), Math.round(leftOut.range.toMs * US_PER_MS)];
  return stamps.filter((at) => at < fromUs || at >= toUs);
}
