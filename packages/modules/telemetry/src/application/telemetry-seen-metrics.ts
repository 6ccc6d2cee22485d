import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { SeenMetric } from '@tenon/domain/device-types';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { BucketRepository } from '../persistence/bucket.repository.js';
import { PointRepository } from '../persistence/point.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { SeriesRepository, type Series } from '../persistence/series.repository.js';
import { SeriesBuckets } from './series-buckets.js';

/** How far back is looked: a month shows a product's change, and is kept by every plan. */
const LOOKED_AT_MS = 30 * DAY_MS;
/** Of each metric; enough to tell a list of states from a list of batches. */
const RECENT_POINTS = 200;

/** What drawing a device type asks of telemetry; the application hands it to the module of machines. Extremes are of the whole month, the rest is told by the newest points. */
@Injectable()
export class TelemetrySeenMetrics {
  // Made here: the module of machines, in which this is wired, has no repository of ours to hand in.
  private readonly series = new SeriesRepository();
  private readonly sources = new SeriesSourceRepository();
  private readonly points = new PointRepository();
  private readonly buckets = new SeriesBuckets(this.sources, new BucketRepository());

  /** A machine's metrics by key; only those of `keys` where these are given. */
  async ofDevice(tx: TenantTx, deviceId: string, keys?: readonly string[]): Promise<SeenMetric[]> {
    const all = await this.series.ofDevices(tx, [deviceId]);
    const wanted = keys ? all.filter(({ key }) => keys.includes(key)) : all;
    const range = { fromMs: tx.now.getTime() - LOOKED_AT_MS, toMs: tx.now.getTime() + DAY_MS };
    const extremes = await this.extremesOf(tx, wanted.filter(({ valueKind }) => valueKind === 'number'), range);
    const sources = await this.sources.get(tx, wanted.map(({ id }) => id));
    const seen: SeenMetric[] = [];
    for (const [index, { id, key, unit, quantity, valueKind }] of wanted.entries()) {
      const source = sources[index];
      const recent = source ? await this.points.newest(tx, source, range, RECENT_POINTS) : [];
      seen.push({ key, unit, quantity, valueKind, ...(extremes.get(id) ?? { lowest: null, highest: null }), recent });
    }
    return seen;
  }

  private async extremesOf(tx: TenantTx, numbers: readonly Series[], range: TimeRange): Promise<ReadonlyMap<number, Pick<SeenMetric, 'lowest' | 'highest'>>> {
    const found = await this.buckets.read(tx, { seriesIds: numbers.map(({ id }) => id), range, coarsest: 'hour', binning: { widthMs: LOOKED_AT_MS } });
    return new Map([...found].flatMap(([id, buckets]) => (buckets.length > 0 ? [[id, { lowest: Math.min(...buckets.map(({ min }) => min)), highest: Math.max(...buckets.map(({ max }) => max)) }] as const] : [])));
  }
}
