import { decodeTelemetry, readTime, ServerStamp, stampsFrom, type MetricEntry, type Stamps, type TelemetrySample } from '@tenon/domain/telemetry';
import { AppError } from '@tenon/kernel';
import type { Log, Registry } from '@tenon/runtime';
import type pg from 'pg';
import { ArrivalClock } from './arrival-clock.js';
import { BatchWriter } from './batch-writer.js';
import { buildNumberRows, buildRows, raiseKinds } from './build-rows.js';
import { DeviceCache } from './device-cache.js';
import type { DeviceMetrics } from './device-metrics.js';
import { IngestFigures } from './ingest-figures.js';
import { DEFAULT_INGEST_LIMITS, type IngestLimits } from './ingest-limits.js';
import { KeptFrom } from './kept-from.js';
import { KeyLines, type Work } from './key-lines.js';
import { KindChanges } from './kind-changes.js';
import { Lane } from './lane.js';
import type { IngestDevice, Layout } from './layout.js';
import { LiveNotices } from './live-notices.js';
import { MetricsRepository } from './metrics.repository.js';
import { MetricsResolver } from './metrics-resolver.js';
import { Months } from './months.js';
import { notStored } from './not-stored.js';
import { NUMBERS, PayloadForm } from './payload-form.js';
import { planLayout } from './plan-layout.js';
import { Pressure, weightOf, weightOfRows } from './pressure.js';
import type { Done, PendingMessage, Row } from './rows.js';
import { StorageRoom } from './storage-room.js';
import { TimeCheck } from './time-check.js';

/** A telemetry message as a door took it. */
export interface IncomingTelemetry {
  readonly device: IngestDevice;
  /** Its payload, in one of the forms that `decodeTelemetry` reads. */
  readonly text: string;
  readonly receivedAtMs: number;
  /** Whether the sender says that these are old readings replayed, whose times the clock check must let pass. */
  readonly isHistory: boolean;
  /** The stamp of its first reading without a time, from {@link TelemetryIngest.reserve}, so that a repetition is given the same; the next ones follow. */
  readonly firstStampUs?: number | undefined;
}

/** The same as its bytes, which need only be there during the call. */
export interface IncomingBytes extends Omit<IncomingTelemetry, 'text' | 'firstStampUs'> {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Readings that a door took out of a message of another form than JSON, each found fit by {@link TelemetryIngest.judge}. They are committed together. */
export interface IncomingReadings {
  readonly device: IngestDevice;
  /** At least one. */
  readonly samples: readonly TelemetrySample[];
  /** How long the message was. */
  readonly size: number;
  readonly receivedAtMs: number;
  /** Units that the machine itself gives its metrics, for those that are seen for the first time. */
  readonly units?: ReadonlyMap<string, string> | undefined;
}

/** Says which points are taken, by their own times. */
export interface PointGate {
  /** @throws AppError for a point that is not taken */
  check(tenantId: string, atMs: number): void;
}

export interface TelemetryIngestOptions {
  /** Connections as `tenon_ingest`; one a lane and two more. */
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly registry: Registry;
  readonly limits?: Partial<IngestLimits>;
  /** Without one all are taken. */
  readonly gate?: PointGate;
}

/**
 * The hot path from payload to COMMIT. `submit` reads a message, maps its keys to series and shapes, and puts it in its device's lane; `done` is told once
 * it is committed, or why it was refused. Nothing is acknowledged before COMMIT, and what was taken is bounded by {@link Pressure}.
 */
export class TelemetryIngest {
  /** How full it is; the doors stop reading while it is high. */
  readonly pressure: Pressure;
  /** Whether the database has room for what comes. */
  readonly room = new StorageRoom();
  private readonly limits: IngestLimits;
  private readonly figures: IngestFigures;
  private readonly devices: DeviceCache;
  private readonly lines: KeyLines;
  private readonly kinds: KindChanges;
  private readonly live: LiveNotices;
  private readonly lanes: readonly Lane[];
  private readonly stamps = new ServerStamp();
  private readonly arrivals = new ArrivalClock();
  private readonly times: TimeCheck;
  private readonly keptFrom: KeptFrom;
  private readonly log: Log;
  private readonly gate: PointGate | undefined;

  constructor({ pool, log, registry, limits, gate }: TelemetryIngestOptions) {
    this.log = log;
    this.gate = gate;
    this.limits = { ...DEFAULT_INGEST_LIMITS, ...limits };
    this.times = new TimeCheck(this.limits);
    this.keptFrom = new KeptFrom(pool, log);
    this.pressure = new Pressure(this.limits);
    this.figures = new IngestFigures(registry, this.pressure, this.room);
    this.devices = new DeviceCache(this.limits.maxCachedDevices, this.limits.lanes);
    const repository = new MetricsRepository(pool);
    const resolver = new MetricsResolver(repository, this.limits, log);
    this.lines = new KeyLines({ resolver, place: (work) => this.place(work), refuse: (work, error) => this.refuse(work, error) });
    this.kinds = new KindChanges(repository, log);
    this.live = new LiveNotices(pool, this.limits.liveIntervalMs, log);
    const months = new Months();
    this.lanes = Array.from({ length: this.limits.lanes }, () => {
      const writer = new BatchWriter(pool, months, this.limits.batchTimeoutMs);
      return new Lane({ writer, months, limits: this.limits, figures: this.figures, room: this.room, log, onSettled: (message, error) => this.settled(message, error) });
    });
  }

  /** What was committed since this process began, and when the last of it was. */
  get stored(): { readonly messages: number; readonly points: number; readonly storedAtMs: number | null } {
    return this.figures;
  }

  /**
   * Takes one message. `done` is told once: `null` after COMMIT, else an AppError of kind invalid (TELEMETRY.*: sending it again is no use), not-found
   * (the machine was removed), unavailable (DB.UNAVAILABLE, DB.FULL: send it again) or bug (TELEMETRY.NOT_STORED). For a payload that cannot be read it is told
   * before this returns.
   * @returns how many readings it holds; 0 where it was refused at once
   */
  submit(incoming: IncomingTelemetry, done: Done): number {
    let work: Work;
    try {
      work = this.read(incoming, done);
    } catch (error) {
      done(this.faultOf(error), incoming.text);
      return 0;
    }
    this.take(work);
    return work.samples.length;
  }

  /**
   * Takes a message that its machine writes as it wrote one before, but for the numbers. `done` is told as by {@link submit}.
   * @returns whether it was taken; what was not goes through {@link submit}, which says what is wrong with it, where anything is
   */
  submitFamiliar({ device, bytes, start, end, receivedAtMs, isHistory }: IncomingBytes, done: Done): boolean {
    const metrics = this.devices.of(device);
    const layout = this.lines.isWaiting(metrics) ? undefined : metrics.layoutWritten(bytes, start, end);
    if (!layout?.form) return false;
    const { isTimed } = layout.form;
    const atMs = isTimed ? wholeTime(NUMBERS[0] as number, receivedAtMs) : null;
    if (atMs === undefined || this.judge(device, { atMs, receivedAtMs, isHistory })) return false;
    const stamp = { atUs: atMs === null ? this.stamps.next(receivedAtMs) : atMs * 1_000, arrival: this.arrivals.next(receivedAtMs) };
    const rows = buildNumberRows(layout, NUMBERS, Number(isTimed), stamp);
    const [points, textLength] = [layout.keys.length, layout.form.textLength(end - start)];
    const weight = weightOf(textLength, rows.length, points);
    metrics.pending += 1;
    this.pressure.add(weight);
    this.lanes[metrics.lane]?.push({ metrics, rows, points, textLength, weight, receivedAtMs, done });
    return true;
  }

  /** Takes readings that were judged. `done` is told as by {@link submit}. */
  submitReadings({ device, samples, size, receivedAtMs, units }: IncomingReadings, done: Done): void {
    const points = samples.reduce((sum, { values }) => sum + values.length, 0);
    const metrics = this.devices.of(device);
    if (units) metrics.tellUnits(units);
    this.take({ metrics, samples, text: '', size, receivedAtMs, done, weight: weightOf(size, samples.length, points), firstStampUs: undefined });
  }

  /** Why a reading with this time is not taken, or `null`: by the clock, by what is kept, by the plan. */
  judge({ tenantId }: IngestDevice, reading: { readonly atMs: number | null; readonly receivedAtMs: number; readonly isHistory: boolean }): AppError | null {
    const { atMs, receivedAtMs, isHistory } = reading;
    try {
      if (atMs !== null) this.checkTime(tenantId, { atMs, receivedAtMs, isHistory });
      this.gate?.check(tenantId, atMs ?? receivedAtMs);
      return null;
    } catch (error) {
      return this.faultOf(error);
    }
  }

  /**
   * Sets stamps aside for the readings of a message that come without a time, so that it can be repeated with the same.
   * @returns the first, in microseconds since the epoch, and how many; none where each reading has its time, or the payload cannot be read
   */
  reserve(text: string, receivedAtMs: number): { readonly firstStampUs: number; readonly count: number } {
    const count = this.untimed(text, receivedAtMs);
    return { firstStampUs: count === 0 ? 0 : this.stamps.reserve(receivedAtMs, count), count };
  }

  /** Looks up anew from when on readings are kept. */
  refreshKept(): Promise<void> {
    return this.keptFrom.refresh();
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
    await this.keptFrom.close();
  }

  private checkTime(tenantId: string, { atMs, receivedAtMs, isHistory }: { atMs: number; receivedAtMs: number; isHistory: boolean }): void {
    this.times.check(atMs, receivedAtMs, isHistory);
    this.keptFrom.check(tenantId, atMs);
  }

  private take(work: Work): void {
    work.metrics.pending += 1;
    this.pressure.add(work.weight);
    this.lines.push(work);
  }

  private untimed(text: string, receivedAtMs: number): number {
    try {
      return decodeTelemetry(text, receivedAtMs, this.limits.decode).samples.filter(({ atMs }) => atMs === null).length;
    } catch {
      return 0;
    }
  }

  private read({ device, text, receivedAtMs, isHistory, firstStampUs }: IncomingTelemetry, done: Done): Work {
    const { samples } = decodeTelemetry(text, receivedAtMs, this.limits.decode);
    let points = 0;
    for (const { atMs, values } of samples) {
      if (atMs !== null) this.checkTime(device.tenantId, { atMs, receivedAtMs, isHistory });
      this.gate?.check(device.tenantId, atMs ?? receivedAtMs);
      points += values.length;
    }
    return { metrics: this.devices.of(device), samples, text, size: text.length, receivedAtMs, done, weight: weightOf(text.length, samples.length, points), firstStampUs };
  }

  /** Puts a message whose keys are all known in its lane; of another it gives the keys that are not. */
  private place(work: Work): readonly MetricEntry[] | null {
    try {
      return this.rowsOf(work);
    } catch (error) {
      this.refuse(work, this.faultOf(error));
      return null;
    }
  }

  private rowsOf(work: Work): readonly MetricEntry[] | null {
    const { metrics, samples, size, receivedAtMs, done } = work;
    const rows: Row[] = [];
    // Anew each time, as a message whose keys are not all known is placed twice.
    const stamps = work.firstStampUs === undefined ? this.stamps : stampsFrom(work.firstStampUs);
    let points = 0;
    for (const { atMs, values } of samples) {
      if (values.length === 0) continue;
      const layout = this.layoutOf(metrics, values);
      if (!layout) return values;
      points += values.length;
      this.addRows(layout, work, { atMs, stamps }, values, rows);
      if (samples.length === 1) learnForm(layout, work.text);
    }
    if (rows.length > samples.length) this.weighMore(work, rows.length - samples.length);
    // The text and what was read from it are not kept until COMMIT: it is what most of the memory would go to.
    this.lanes[metrics.lane]?.push({ metrics, rows, points, textLength: size, weight: work.weight, receivedAtMs, done });
    return null;
  }

  /** Known keys in a new order need no question. */
  private layoutOf(metrics: DeviceMetrics, values: readonly MetricEntry[]): Layout | null {
    const known = metrics.layoutOf(values);
    if (known) return known;
    const planned = planLayout(metrics, values, this.limits.maxShapes);
    if (planned) metrics.keepLayout(planned);
    return planned;
  }

  private weighMore(work: Work, rows: number): void {
    const bytes = weightOfRows(rows);
    work.weight += bytes;
    this.pressure.grow(bytes);
  }

  private refuse({ metrics, weight, text, done }: Work, error: AppError): void {
    metrics.pending -= 1;
    this.pressure.remove(weight);
    done(error, text);
  }

  /** What is thrown on a message's way and is no refusal is a fault of ours. */
  private faultOf(error: unknown): AppError {
    if (error instanceof AppError) return error;
    this.log.error('ingest.message-not-read', { error });
    return notStored();
  }

  private addRows(layout: Layout, { metrics, receivedAtMs }: Work, { atMs, stamps }: { readonly atMs: number | null; readonly stamps: Stamps }, values: readonly MetricEntry[], rows: Row[]): void {
    const raised = raiseKinds(layout, values);
    if (raised) this.kinds.add(metrics.device.tenantId, raised);
    const atUs = atMs === null ? stamps.next(receivedAtMs) : atMs * 1_000;
    buildRows(layout, values, { atUs, arrival: this.arrivals.next(receivedAtMs) }, rows);
  }

  private settled({ metrics, points, textLength, weight, done }: PendingMessage, error: AppError | null): void {
    const { device } = metrics;
    metrics.pending -= 1;
    this.pressure.remove(weight);
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

// One that writes a number now and then in a way that is no form may do so the first time.
const MAX_LOOKS = 8;

/** Looks how a device writes messages with these keys, so that the next is read by that. */
function learnForm(layout: Layout, text: string): void {
  const looked = layout.looked ?? 0;
  if (layout.form || looked >= MAX_LOOKS || text === '') return;
  layout.looked = looked + 1;
  const form = PayloadForm.of(text, layout.keys.length);
  if (form) layout.form = form;
}

/** A device's time as `decodeTelemetry` reads it; undefined for what it refuses. */
function wholeTime(ts: number, receivedAtMs: number): number | undefined {
  try {
    return readTime(ts, receivedAtMs);
  } catch {
    return undefined;
  }
}
