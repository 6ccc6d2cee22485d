import { SECOND_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { SparkplugRepository, SparkplugState } from './sparkplug.repository.js';

const CHANGE_DELAY_MS = 50;
const PROGRESS_INTERVAL_MS = 3 * SECOND_MS;
const MAX_AT_ONCE = 200;

/** Gives how something stands, when it is written down. */
type Read = () => SparkplugState;

/** Keeps `sparkplug_session`: births and deaths within a moment, how far a session went every few seconds, many in one statement. */
export class SparkplugRecorder {
  private changed = new Map<string, Read>();
  private timer: NodeJS.Timeout | undefined;
  private timerAtMs = Infinity;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: SparkplugRepository,
    private readonly log: Log,
  ) {}

  /** It was born, died, or was asked to be born again. */
  changes(deviceId: string, read: Read): void {
    this.mark(deviceId, read, CHANGE_DELAY_MS);
  }

  /** It goes on. Cheap: called for each message. */
  progresses(deviceId: string, read: Read): void {
    if (!this.changed.has(deviceId)) this.mark(deviceId, read, PROGRESS_INTERVAL_MS);
  }

  /** Resolves when what changed so far is written. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.flush();
    await this.writing;
    clearTimeout(this.timer);
  }

  private mark(deviceId: string, read: Read, delayMs: number): void {
    this.changed.set(deviceId, read);
    const atMs = Date.now() + delayMs;
    if (atMs >= this.timerAtMs) return;
    clearTimeout(this.timer);
    this.timerAtMs = atMs;
    this.timer = setTimeout(() => this.flush(), delayMs);
  }

  private flush(): void {
    this.timerAtMs = Infinity;
    this.writing = this.writing.then(() => this.write());
  }

  private async write(): Promise<void> {
    const batch = [...this.changed];
    this.changed = new Map();
    for (let i = 0; i < batch.length; i += MAX_AT_ONCE) await this.writeSome(batch.slice(i, i + MAX_AT_ONCE));
  }

  private async writeSome(batch: readonly (readonly [string, Read])[]): Promise<void> {
    try {
      await this.repository.put(batch.map(([, read]) => read()));
    } catch (error) {
      this.log.warn('devices.sparkplug-not-recorded', { error, machines: batch.length });
      for (const [deviceId, read] of batch) if (!this.changed.has(deviceId)) this.mark(deviceId, read, SECOND_MS);
    }
  }
}
