import { Coalescer, type ClaimedCommand, type DeviceRef, type HandOver, type OutgoingCommandRepository } from '@tenon/devices/ingest';
import { SECOND_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';

/** Somebody who takes commands in a machine's name: a connection that listens, or a request that waits. */
export interface CommandTaker {
  readonly device: DeviceRef;
  /** How many more it takes now. */
  readonly room: number;
  /** Takes one, and says what became of it, once. */
  take(command: ClaimedCommand, done: (outcome: HandOver) => void): void;
}

const RETRY_MS = SECOND_MS;
const MOST_ATTEMPTS = 5;
/** A moment in which whole halls that connect ask together. */
const GATHER_MS = 2;

interface Outcome {
  readonly command: ClaimedCommand;
  readonly outcome: HandOver;
}

/**
 * Brings commands to machines. Where several listen in one machine's name, the newest gets them, so that nothing is carried out twice. A machine that
 * begins to listen, and one whose command is announced, is asked for in the database; whoever comes at one moment is asked for together.
 */
export class CommandPost {
  private readonly takers = new Map<string, CommandTaker[]>();
  private readonly claims: Coalescer<string>;
  private readonly outcomes: Coalescer<Outcome>;
  private isClosed = false;

  constructor(
    private readonly commands: OutgoingCommandRepository,
    private readonly log: Log,
  ) {
    this.claims = new Coalescer(GATHER_MS, (deviceIds) => this.claim(deviceIds));
    this.outcomes = new Coalescer(GATHER_MS, (outcomes) => this.settle(outcomes));
  }

  /** From now on it takes its machine's commands, those that wait already too. */
  listen(taker: CommandTaker): void {
    const { deviceId } = taker.device;
    this.takers.set(deviceId, [...(this.takers.get(deviceId) ?? []).filter((one) => one !== taker), taker]);
    this.claims.add(deviceId);
  }

  leave(taker: CommandTaker): void {
    const { deviceId } = taker.device;
    const left = (this.takers.get(deviceId) ?? []).filter((one) => one !== taker);
    if (left.length > 0) this.takers.set(deviceId, left);
    else this.takers.delete(deviceId);
  }

  /** A command to this machine was announced. */
  heard(deviceId: string): void {
    if (this.takers.has(deviceId)) this.claims.add(deviceId);
  }

  /** Announcements were missed: whoever listens is asked for. */
  missedSome(): void {
    for (const deviceId of this.takers.keys()) this.claims.add(deviceId);
  }

  /** Resolves when what became of all commands that were handed over is written down. */
  async settled(): Promise<void> {
    await this.claims.settled();
    await this.outcomes.settled();
  }

  /** Hands nothing over any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.settled();
  }

  private newest(deviceId: string): CommandTaker | undefined {
    return this.takers.get(deviceId)?.at(-1);
  }

  private async claim(asked: readonly string[]): Promise<void> {
    const takers = [...new Set(asked)].flatMap((deviceId) => this.newest(deviceId) ?? []).filter(({ room }) => room > 0);
    if (takers.length === 0 || this.isClosed) return;
    try {
      const claimed = await this.commands.claim(takers.map(({ device, room }) => ({ ...device, room })));
      for (const command of claimed) this.handOver(command);
    } catch (error) {
      // The next announcement, or the next that connects, asks again; a database that is back is a gap, which asks for all.
      this.log.warn('devices.commands-not-claimed', { error });
    }
  }

  private handOver(command: ClaimedCommand): void {
    const taker = this.isClosed ? undefined : this.newest(command.deviceId);
    if (!taker) return this.outcomes.add({ command, outcome: 'lost' });
    taker.take(command, (outcome) => {
      this.outcomes.add({ command, outcome });
      // There is room for another.
      if (outcome !== 'lost') this.heard(command.deviceId);
    });
  }

  /** Tried several times: a command that nobody knows to be delivered may be sent again. In the end time moves it on. */
  private async settle(outcomes: readonly Outcome[]): Promise<void> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      try {
        return await this.commands.settle(outcomes);
      } catch (error) {
        this.log.warn('devices.commands-not-settled', { error });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS * attempt));
      }
    }
  }
}
