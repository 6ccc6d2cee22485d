import { checkClock, decodeTelemetry, ServerStamp, type MetricEntry, type TelemetrySample } from '@tenon/domain/telemetry';
import { AppError, invalid, toAppError } from '@tenon/kernel';
import type { Log, Registry } from '@tenon/runtime';
import type pg from 'pg';
import { ArrivalClock } from './arrival-clock.js';
import { BatchWriter } from './batch-writer.js';
import { buildRows, raiseKinds } from './build-rows.js';
import { DeviceCache } from './device-cache.js';
import type { DeviceMetrics } from './device-metrics.js';
import { IngestFigures } from './ingest-figures.js';
import { DEFAULT_INGEST_LIMITS, type IngestLimits } from './ingest-limits.js';
import { KindChanges } from './kind-changes.js';
import { Lane } from './lane.js';
import type { IngestDevice, Layout } from './layout.js';
import { LiveNotices } from './live-notices.js';
import { MetricsRepository } from './metrics.repository.js';
import { MetricsResolver } from './metrics-resolver.js';
import { Months } from './months.js';
import { Pressure } from './pressure.js';
import type { Done, PendingMessage, Row } from './rows.js';

/** A telemetry message as a door took it. */
export interface IncomingTelemetry {
  readonly device: IngestDevice;
  /** Its payload, in one of the forms that `decodeTelemetry` reads. */
  readonly text: string;
  readonly receivedAtMs: number;
  /** Whether the sender says that these are old readings replayed, whose times the clock check must let pass. */
  readonly isHistory: boolean;
}

export interface TelemetryIngestOptions {
  /** Connections as `tenon_ingest`; one a lane and two more. */
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly registry: Registry;
  readonly limits?: Partial<IngestLimits>;
}

interface Work {
  readonly metrics: DeviceMetrics;
  readonly samples: readonly TelemetrySample[];
  readonly incoming: IncomingTelemetry;
  readonly done: Done;
}

/**
 * The hot path from payload to COMMIT. `submit` reads a message, maps its keys to series and shapes, and puts it in its device's lane; `done` is told once
 * it is committed, or why it was refused. Nothing is acknowledged before COMMIT, and what was taken is bounded by {@link Pressure}.
 */
export class TelemetryIngest {
  /** How full it is; the doors stop reading while it is high. */
  readonly pressure: Pressure;
  private readonly limits: IngestLimits;
  private readonly figures: IngestFigures;
  private readonly devices: DeviceCache;
  private readonly resolver: MetricsResolver;
  private readonly kinds: KindChanges;
  private readonly live: LiveNotices;
  private readonly lanes: readonly Lane[];
  private readonly stamps = new ServerStamp();
  private readonly arrivals = new ArrivalClock();
  /** Messages whose device's keys are being looked up for another of its messages. */
  private readonly waiting = new Map<DeviceMetrics, Work[]>();

  constructor({ pool, log, registry, limits }: TelemetryIngestOptions) {
    this.limits = { ...DEFAULT_INGEST_LIMITS, ...limits };
    this.pressure = new Pressure(this.limits);
    this.figures = new IngestFigures(registry, this.pressure);
    this.devices = new DeviceCache(this.limits.maxCachedDevices, this.limits.lanes);
    const repository = new MetricsRepository(pool);
    this.resolver = new MetricsResolver(repository, this.limits, log);
    this.kinds = new KindChanges(repository, log);
    this.live = new LiveNotices(pool, this.limits.liveIntervalMs, log);
    const months = new Months();
    this.lanes = Array.from({ length: this.limits.lanes }, () => {
      const writer = new BatchWriter(pool, months, this.limits.batchTimeoutMs);
      return new Lane({ writer, months, limits: this.limits, figures: this.figures, log, onSettled: (message, error) => this.settled(message, error) });
    });
  }

  /**
   * Takes one message. `done` is told once: `null` after COMMIT, else an AppError of kind invalid (TELEMETRY.*: sending it again is no use), not-found
   * (the machine was removed), unavailable (DB.UNAVAILABLE: send it again) or bug. For a payload that cannot be read it is told before this returns.
   */
  submit(incoming: IncomingTelemetry, done: Done): void {
    try {
      const { samples } = decodeTelemetry(incoming.text, incoming.receivedAtMs, this.limits.decode);
      for (const { atMs } of samples) if (atMs !== null) this.checkTime(atMs, incoming);
      const metrics = this.devices.of(incoming.device);
      this.pressure.add(incoming.text.length);
      this.place({ metrics, samples, incoming, done });
    } catch (error) {
      done(toAppError(error), incoming.text);
    }
  }

  /** Forgets what is cached of a device that was removed. */
  forget(deviceId: string): void {
    this.devices.delete(deviceId);
  }

  /** Resolves when nothing is taken and not yet answered. */
  drained(): Promise<void> {
    return this.pressure.empty();
  }

  /** Finishes what was taken. */
  async close(): Promise<void> {
    await this.drained();
    await this.kinds.close();
    await this.live.close();
  }

  private checkTime(atMs: number, { receivedAtMs, isHistory }: IncomingTelemetry): void {
    const { maxFutureMs } = this.limits.clock;
    const maxPastMs = isHistory ? receivedAtMs - this.limits.historyFromMs : this.limits.clock.maxPastMs;
    // What is plainly within the limits is not worth the words of a refusal.
    if (atMs <= receivedAtMs + maxFutureMs && atMs >= receivedAtMs - maxPastMs) return;
    const refusal = checkClock(atMs, receivedAtMs, { maxFutureMs, maxPastMs });
    if (refusal) throw invalid(refusal.code, "The reading's time is too far from now.", refusal.details);
  }

  /** Puts a message whose keys are all known in its lane; another waits until its keys are. */
  private place(work: Work): void {
    const { metrics, samples, incoming, done } = work;
    const rows: Row[] = [];
    let points = 0;
    for (const { atMs, values } of samples) {
      if (values.length === 0) continue;
      const layout = metrics.layoutOf(values);
      if (!layout) return this.resolve(work, values);
      points += values.length;
      this.addRows(layout, incoming, atMs, values, rows);
    }
    // The text and what was read from it are not kept until COMMIT: it is what most of the memory would go to.
    const { device } = metrics;
    const { receivedAtMs, text } = incoming;
    this.lanes[metrics.lane]?.push({ device, rows, points, textLength: text.length, receivedAtMs, done });
  }

  /** One question a device at a time; what else it sends with keys that are not known waits for the answer too. */
  private resolve(work: Work, entries: readonly MetricEntry[]): void {
    const { metrics, incoming, done } = work;
    const others = this.waiting.get(metrics);
    if (others) {
      others.push(work);
      return;
    }
    this.waiting.set(metrics, []);
    const settled = (error: AppError | null): void => {
      const waited = this.waiting.get(metrics) ?? [];
      this.waiting.delete(metrics);
      if (error === null) this.place(work);
      else this.refuse(incoming, done, error);
      for (const other of waited) this.place(other);
    };
    this.resolver.want({ metrics, entries, receivedAtMs: incoming.receivedAtMs, settled });
  }

  private refuse({ text }: IncomingTelemetry, done: Done, error: AppError): void {
    this.pressure.remove(text.length);
    done(error, text);
  }

  private addRows(layout: Layout, { device, receivedAtMs }: IncomingTelemetry, atMs: number | null, values: readonly MetricEntry[], rows: Row[]): void {
    const raised = raiseKinds(layout, values);
    if (raised) this.kinds.add(device.tenantId, raised);
    const atUs = atMs === null ? this.stamps.next(receivedAtMs) : atMs * 1_000;
    buildRows(layout, values, { atUs, arrival: this.arrivals.next(receivedAtMs) }, rows);
  }

  private settled({ device, points, textLength, done }: PendingMessage, error: AppError | null): void {
    this.pressure.remove(textLength);
    if (error === null) {
      this.figures.messages += 1;
      this.figures.points += points;
      this.figures.bytes += textLength;
      this.live.touch(device);
    } else if (error.code === 'DEVICE.NOT_FOUND') {
      this.forget(device.deviceId);
    }
    done(error);
  }
}
