import type { MetricEntry, ValueKind } from '@tenon/domain/telemetry';
import { copyPrefix } from './copy-rows.js';
import type { IngestDevice, Layout, Series, Shape } from './layout.js';

function isSameKeys(keys: readonly string[], entries: readonly MetricEntry[]): boolean {
  if (keys.length !== entries.length) return false;
  for (let i = 0; i < keys.length; i += 1) if (keys[i] !== entries[i]?.[0]) return false;
  return true;
}

// A device writes its keys in a few orders; one that never repeats itself must not fill the memory.
const MAX_LAYOUTS = 128;

/** The metrics and shapes of one device, and the key lists already resolved. */
export class DeviceMetrics {
  readonly series = new Map<string, Series>();
  private readonly shapes = new Map<string, Shape>();
  private layouts: Layout[] = [];
  private sharedShapes = 0;

  constructor(
    readonly device: IngestDevice,
    /** Which lane writes this device's messages, so that they stay in order. */
    readonly lane: number,
  ) {}

  /** The layout of a message's keys, if they came in this order before. */
  layoutOf(entries: readonly MetricEntry[]): Layout | undefined {
    const { layouts } = this;
    for (let i = 0; i < layouts.length; i += 1) {
      const layout = layouts[i] as Layout;
      if (!isSameKeys(layout.keys, entries)) continue;
      // A step to the front: what comes often is found first.
      if (i > 0) [layouts[i - 1], layouts[i]] = [layout, layouts[i - 1] as Layout];
      return layout;
    }
    return undefined;
  }

  keepLayout(layout: Layout): void {
    if (this.layouts.length >= MAX_LAYOUTS) this.layouts = this.layouts.slice(0, MAX_LAYOUTS / 2);
    this.layouts.push(layout);
  }

  keepSeries(key: string, id: number, kind: ValueKind): void {
    if (!this.series.has(key)) this.series.set(key, { id, kind });
  }

  shapeOf(seriesIds: readonly number[]): Shape | undefined {
    return this.shapes.get(seriesIds.join());
  }

  keepShape(id: number, seriesIds: readonly number[]): void {
    const key = seriesIds.join();
    if (this.shapes.has(key)) return;
    const { tenantId } = this.device;
    this.shapes.set(key, { tenantId, id, seriesIds, copyPrefix: copyPrefix(tenantId, id) });
    if (seriesIds.length > 1) this.sharedShapes += 1;
  }

  /** How many shapes of more than one metric it has; single ones are bounded by its metrics. */
  get sharedShapeCount(): number {
    return this.sharedShapes;
  }
}
