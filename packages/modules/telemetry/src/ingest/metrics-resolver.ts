import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUnavailable } from '@tenon/db';
import type { MetricEntry } from '@tenon/domain/telemetry';
import { notFound, type AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { batchFault } from './batch-fault.js';
import type { DeviceMetrics } from './device-metrics.js';
import type { MetricsRepository } from './metrics.repository.js';
import { notStored } from './not-stored.js';
import { missingSeries, missingShapes, planLayout, tooManySeries } from './plan-layout.js';

/** A list of keys whose layout is not known yet. */
export interface Wanted {
  readonly metrics: DeviceMetrics;
  readonly entries: readonly MetricEntry[];
  readonly receivedAtMs: number;
  /** Told once: the layout is kept with the device now, or why there is none. */
  readonly settled: (error: AppError | null) => void;
}

/** What each of a round is told. */
type Answers = Map<Wanted, AppError | null>;

export interface ResolverLimits {
  readonly maxSeries: number;
  readonly maxShapes: number;
  /** How long a message waits for a database that is away. */
  readonly holdMs: number;
}

// A statement that names more devices than this gains nothing by it.
const MAX_AT_ONCE = 500;
const WAIT_MS = 250;

/** Finds or makes the series and shapes of messages with new keys, many devices in a few statements, one round at a time. */
export class MetricsResolver {
  private waiting: Wanted[] = [];
  private isRunning = false;

  constructor(
    private readonly repository: MetricsRepository,
    private readonly limits: ResolverLimits,
    private readonly log: Log,
  ) {}

  want(wanted: Wanted): void {
    const refusal = this.known(wanted);
    if (refusal) {
      // A turn later: whoever is told asks for the next of its line.
      setImmediate(() => wanted.settled(refusal));
      return;
    }
    this.waiting.push(wanted);
    if (this.isRunning) return;
    this.isRunning = true;
    // What arrives in this turn of the event loop makes one round.
    setImmediate(() => void this.run());
  }

  /**
   * The refusal that needs no question. Metrics go only with their device, so one that is full by what is known of it is full: it may make up names without
   * end, and nobody else's wait behind it.
   */
  private known({ metrics, entries }: Wanted): AppError | null {
    return tooManySeries(metrics, missingSeries(metrics, entries).length, this.limits.maxSeries);
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, MAX_AT_ONCE);
      await this.attempt(round);
    }
    this.isRunning = false;
  }

  /** Nobody is told anything before the round is through: a round that fails is asked again. */
  private async attempt(round: readonly Wanted[]): Promise<void> {
    let answers: Answers;
    try {
      answers = await this.resolve(round);
    } catch (error) {
      if (batchFault(error) !== 'poisoned') return this.hold(round, error);
      // One device spoils the round, for example by being deleted in the middle of it.
      if (round.length > 1) for (const wanted of round) await this.attempt([wanted]);
      else this.fail(round, error);
      return;
    }
    for (const [wanted, error] of answers) wanted.settled(error);
  }

  /** Puts back what may still wait for the database. */
  private async hold(round: readonly Wanted[], error: unknown): Promise<void> {
    this.log.warn('ingest.database-away', { error, messages: round.length });
    const overdueMs = Date.now() - this.limits.holdMs;
    const why = databaseUnavailable(error, 'The message cannot be stored just now.');
    for (const wanted of round) {
      if (wanted.receivedAtMs < overdueMs) wanted.settled(why);
      else this.waiting.push(wanted);
    }
    await sleep(WAIT_MS);
  }

  private fail(round: readonly Wanted[], error: unknown): void {
    this.log.error('ingest.metrics-not-resolved', { error });
    for (const wanted of round) wanted.settled(notStored());
  }

  private async resolve(round: readonly Wanted[]): Promise<Answers> {
    const devices = [...new Set(round.map(({ metrics }) => metrics))];
    await this.repository.load(devices);
    const answers: Answers = new Map();
    const accepted = await this.addSeries(round, devices, answers);
    await this.addShapes(accepted, devices);
    for (const wanted of accepted) answers.set(wanted, this.keepLayout(wanted));
    return answers;
  }

  /** @returns those whose metrics are all there; what is refused is put among the answers */
  private async addSeries(round: readonly Wanted[], devices: readonly DeviceMetrics[], answers: Answers): Promise<Wanted[]> {
    const news = new Map<DeviceMetrics, Map<string, ReturnType<typeof missingSeries>[number]>>();
    const accepted = round.filter((wanted) => {
      const { metrics, entries } = wanted;
      const known = news.get(metrics) ?? new Map();
      const added = missingSeries(metrics, entries).filter(({ key }) => !known.has(key));
      const refusal = tooManySeries(metrics, known.size + added.length, this.limits.maxSeries);
      // A message that adds nothing to what others of this round add is not refused for them.
      if (refusal && added.length > 0) answers.set(wanted, refusal);
      else for (const series of added) news.set(metrics, known.set(series.key, series));
      return !(refusal && added.length > 0);
    });
    const added = [...news.values()].flatMap((byKey) => [...byKey.values()]);
    if (added.length > 0) {
      await this.repository.addSeries(added);
      await this.repository.load(devices);
    }
    return accepted;
  }

  /** One message at a time for each device, so that a round of new shapes cannot step over the limit together. */
  private async addShapes(round: readonly Wanted[], devices: readonly DeviceMetrics[]): Promise<void> {
    let left = round;
    while (left.length > 0) {
      const firstOfEach = new Map<DeviceMetrics, Wanted>();
      left = left.filter((wanted) => {
        if (missingShapes(wanted.metrics, wanted.entries, this.limits.maxShapes).length === 0) return false;
        if (!firstOfEach.has(wanted.metrics)) firstOfEach.set(wanted.metrics, wanted);
        return true;
      });
      const added = [...firstOfEach.values()].flatMap(({ metrics, entries }) => missingShapes(metrics, entries, this.limits.maxShapes));
      if (added.length === 0) return;
      await this.repository.addShapes(added);
      await this.repository.load(devices);
      const stuck = added.filter(({ metrics, seriesIds }) => !metrics.shapeOf(seriesIds)).map(({ metrics }) => metrics);
      left = left.filter(({ metrics }) => !stuck.includes(metrics));
    }
  }

  private keepLayout({ metrics, entries }: Wanted): AppError | null {
    if (metrics.layoutOf(entries)) return null;
    const layout = planLayout(metrics, entries, this.limits.maxShapes);
    if (!layout) return notFound('DEVICE.NOT_FOUND', 'The machine was removed.');
    metrics.keepLayout(layout);
    return null;
  }
}
