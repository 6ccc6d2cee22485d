import type { MetricEntry, ValueKind } from '@tenon/domain/telemetry';
import { copyPrefix } from './copy-prefix.js';
import type { IngestDevice, Layout, Series, Shape } from './layout.js';

function isSameKeys(keys: readonly string[], entries: readonly MetricEntry[]): boolean {
  if (keys.length !== entries.length) return false;
  for (let i = 0; i < keys.length; i += 1) if (keys[i] !== entries[i]?.[0]) return false;
  return true;
}

// A device writes its keys in a few orders; one that never repeats itself must fill neither the memory nor the search.
const MAX_LAYOUTS = 128;
const MAX_LAYOUT_KEYS = 4_096;
// A device has one form, or two that take turns; to look for more costs each message that has none.
const MAX_FORMS = 4;

/** The metrics and shapes of one device, and the key lists already resolved. */
export class DeviceMetrics {
  readonly series = new Map<string, Series>();
  private readonly shapes = new Map<string, Shape>();
  /** Heard of since the cache last looked. */
  isRecent = false;
  /** Messages on their way to COMMIT. */
  pending = 0;
  private layouts: Layout[] = [];
  private layoutKeys = 0;
  private sharedShapes = 0;
  private units: ReadonlyMap<string, string> | null = null;

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
      if (isSameKeys(layout.keys, entries)) return this.stepForward(i);
    }
    return undefined;
  }

  /** The layout of a message that is written as one before; its numbers are read into `NUMBERS` then. */
  layoutWritten(bytes: Uint8Array, start: number, end: number): Layout | undefined {
    const { layouts } = this;
    const tried = Math.min(layouts.length, MAX_FORMS);
    for (let i = 0; i < tried; i += 1) if (layouts[i]?.form?.read(bytes, start, end)) return this.stepForward(i);
    return undefined;
  }

  /** What comes often is found first. */
  private stepForward(place: number): Layout {
    const { layouts } = this;
    const layout = layouts[place] as Layout;
    if (place > 0) [layouts[place - 1], layouts[place]] = [layout, layouts[place - 1] as Layout];
    return layout;
  }

  /** Keeps a layout; where there would be too many, or too long ones, the half that came up least goes. */
  keepLayout(layout: Layout): void {
    while (this.layouts.length > 0 && (this.layouts.length >= MAX_LAYOUTS || this.layoutKeys + layout.keys.length > MAX_LAYOUT_KEYS)) {
      const kept = this.layouts.slice(0, Math.floor(this.layouts.length / 2));
      this.layouts = kept;
      this.layoutKeys = kept.reduce((sum, { keys }) => sum + keys.length, 0);
    }
    this.layouts.push(layout);
    this.layoutKeys += layout.keys.length;
  }

  /** Which units the machine gives its metrics; those it said before no longer count. */
  tellUnits(units: ReadonlyMap<string, string>): void {
    this.units = units;
  }

  /** The unit that the machine itself gives a metric. */
  unitOf(key: string): string | undefined {
    return this.units?.get(key);
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
