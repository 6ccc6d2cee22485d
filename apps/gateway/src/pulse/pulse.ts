import type { GatewayBeat, GatewayRunRepository } from '@tenon/devices/ingest';
import { LastMinute } from '@tenon/domain/health';
import { RepeatedWork, type Log } from '@tenon/runtime';
import type { GatewayFaults } from './gateway-faults.js';
import { placeText } from './place.js';
import { takeName } from './take-name.js';

/** What the gateway has counted since it began, and how it stands now. */
export interface GatewayCounts extends Pick<GatewayBeat, 'connections' | 'pendingMessages' | 'pendingBytes' | 'isHolding' | 'storedAgoMs'> {
  readonly messages: number;
  readonly points: number;
  /** By code. */
  readonly refused: ReadonlyMap<string, number>;
}

export interface PulseParts {
  readonly repository: GatewayRunRepository;
  readonly faults: GatewayFaults;
  /** Reads what is counted anyway; it is asked once a beat, never on a message's way. */
  readonly read: () => Promise<GatewayCounts>;
  readonly everyMs: number;
  readonly log: Log;
}

const MESSAGES = ' messages';
const POINTS = ' points';

/** Tells the platform office every few seconds how this gateway stands, and what is wrong with it. It fails no message and holds none up. */
export class Pulse {
  private readonly startedAtMs = performance.now();
  private readonly minute = new LastMinute({ atMs: this.startedAtMs, counts: new Map() });
  private readonly work: RepeatedWork;
  /** By whom this gateway's name is held, while it waits for it. */
  heldBy: string | null = null;

  constructor(private readonly parts: PulseParts) {
    const { everyMs, log } = parts;
    this.work = new RepeatedWork({ work: () => this.beat(), everyMs, afterFailureMs: everyMs, onFailure: (error) => log.warn('gateway.pulse-not-written', { error }) });
  }

  /** Takes this gateway's name, which may take as long as another process has it, and tells of it from then on. */
  async start(): Promise<void> {
    const { repository, everyMs, log } = this.parts;
    const silences = await takeName({
      ...{ repository, everyMs, log },
      beat: () => this.told(),
      onHeld: (by) => (this.heldBy = by),
      tell: () => this.tellFaults(),
    });
    this.heldBy = null;
    for (const silentMs of silences) this.parts.faults.note('ended', { event: 'gateway.ended-unheard', label: '', frame: '', trace: '' }, silentMs);
    this.work.start();
  }

  /** Tells what is left to tell, and that this process ends. */
  async close(): Promise<void> {
    const { repository, log } = this.parts;
    await this.work.close();
    try {
      await this.tellFaults();
      await repository.stop();
    } catch (error) {
      log.warn('gateway.pulse-not-written', { error });
    }
  }

  private async beat(): Promise<void> {
    const { repository, log } = this.parts;
    const other = await repository.beat(await this.told());
    // It was silent for so long that another took its place, and is back: it can only say so, as machines are with both.
    if (other) log.error('gateway.name-taken', { holder: placeText(other), run: other.runId, seenAt: other.seenAt });
    await this.tellFaults();
  }

  private tellFaults(): Promise<void> {
    const { repository, faults } = this.parts;
    return faults.handOver((some) => repository.addFaults(some));
  }

  private async told(): Promise<GatewayBeat> {
    const { messages, points, refused, ...now } = await this.parts.read();
    const atMs = performance.now();
    // Codes have no spaces, so that these names are none of theirs.
    const { spanMs, counts } = this.minute.add({ atMs, counts: new Map([...refused, [MESSAGES, messages], [POINTS, points]]) });
    const codes = [...counts].filter(([name]) => refused.has(name));
    return { ...now, runningMs: atMs - this.startedAtMs, spanMs, messages: counts.get(MESSAGES) ?? 0, points: counts.get(POINTS) ?? 0, refused: Object.fromEntries(codes) };
  }
}
