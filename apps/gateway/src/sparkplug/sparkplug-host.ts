import { SparkplugRecorder, type SparkplugRepository } from '@tenon/devices/ingest';
import { statePayload, stateTopic } from '@tenon/domain/sparkplug';
import { Edge } from './edge.js';
import type { EdgeLine } from './edge-line.js';
import type { SparkplugParts } from './sparkplug-parts.js';

/** By which edge nodes know the platform, unless it is called otherwise. */
export const DEFAULT_HOST_ID = 'tenon';

/**
 * The Sparkplug host application that a gateway is, beside being the broker: there is nobody between it and its edge nodes, so that its state is that of the connection itself, and what a broker would
 * retain is told to whoever subscribes.
 */
export class SparkplugHost {
  private readonly startedAtMs = Date.now();
  private readonly recorder: SparkplugRecorder;

  constructor(
    private readonly parts: Omit<SparkplugParts, 'recorder'>,
    private readonly sessions: SparkplugRepository,
  ) {
    this.recorder = new SparkplugRecorder(sessions, parts.log);
  }

  /** The session of an edge node that connected. */
  edge(line: EdgeLine): Edge {
    return new Edge(line, { ...this.parts, recorder: this.recorder });
  }

  /** Tells an edge node that listens that the host is there, or goes. @see tck-id-host-topic-phid-birth-payload */
  tellState(line: EdgeLine, isOnline: boolean): void {
    const atMs = isOnline ? this.startedAtMs : Date.now();
    line.deliver({ topic: stateTopic(this.parts.hostId), payload: Buffer.from(statePayload(isOnline, atMs)), isRetained: true });
  }

  /** Nobody is alive whom an earlier process of this gateway left so. */
  clearLeftovers(): Promise<void> {
    return this.sessions.clear();
  }

  /** Writes what is left; nobody is alive any more. */
  async close(): Promise<void> {
    await this.recorder.close();
    // Where the database is away it is cleared by whoever starts next.
    await this.sessions.clear().catch((error: unknown) => this.parts.log.warn('devices.sparkplug-not-recorded', { error }));
  }
}
