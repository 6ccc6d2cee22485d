import type { ClaimedCommand, DesiredChanges, DeviceRef, HandOver } from '@tenon/devices/ingest';
import { limited } from '@tenon/kernel';
import type { CommandPost, CommandTaker } from '../downlink/command-post.js';
import type { StateHearer, StatePost } from '../downlink/state-post.js';

/** Requests of one machine that wait at once; more are a fault of its program. */
const MOST_WAITING = 4;

/** A command that was fetched by a request; `done` says whether it left. */
export interface Fetched {
  readonly command: ClaimedCommand;
  readonly done: (outcome: HandOver) => void;
}

/** Requests that wait until there is something for their machine: the way down for machines that speak only HTTP. */
export class Waiting {
  private readonly counts = new Map<string, number>();
  private readonly ends = new Map<() => void, DeviceRef>();

  constructor(
    private readonly commands: CommandPost,
    private readonly states: StatePost,
  ) {}

  /** The next command, or null when the time is over. @param signal aborted when whoever asks is gone @throws AppError (limited) RATE.TOO_MANY_WAITING */
  command(device: DeviceRef, timeoutMs: number, signal: AbortSignal): Promise<Fetched | null> {
    return this.wait<Fetched>(device, timeoutMs, signal, (found) => {
      const taker: CommandTaker = { device, room: 1, take: (command, done) => (this.commands.leave(taker), found({ command, done })) };
      this.commands.listen(taker);
      return () => this.commands.leave(taker);
    });
  }

  /** What the machine is asked for anew since a version, or null when the time is over. @throws as command */
  changes(device: DeviceRef, version: string, timeoutMs: number, signal: AbortSignal): Promise<DesiredChanges | null> {
    return this.wait<DesiredChanges>(device, timeoutMs, signal, (found) => {
      const hearer: StateHearer = { device, toldUntil: version, tell: found };
      this.states.listen(hearer);
      return () => this.states.leave(hearer);
    });
  }

  /** Requests of these machines are told that there is nothing; without a choice all are. */
  end(isMeant: (device: DeviceRef) => boolean = () => true): void {
    for (const [end, device] of this.ends) if (isMeant(device)) end();
  }

  private async wait<Found>(device: DeviceRef, timeoutMs: number, signal: AbortSignal, begin: (found: (what: Found) => void) => () => void): Promise<Found | null> {
    const { deviceId } = device;
    const count = this.counts.get(deviceId) ?? 0;
    if (count >= MOST_WAITING) throw limited('RATE.TOO_MANY_WAITING', `At most ${MOST_WAITING} requests of a machine wait at once.`, { limit: MOST_WAITING });
    this.counts.set(deviceId, count + 1);
    try {
      return await this.first(device, timeoutMs, signal, begin);
    } finally {
      const left = (this.counts.get(deviceId) ?? 1) - 1;
      if (left === 0) this.counts.delete(deviceId);
      else this.counts.set(deviceId, left);
    }
  }

  private first<Found>(device: DeviceRef, timeoutMs: number, signal: AbortSignal, begin: (found: (what: Found) => void) => () => void): Promise<Found | null> {
    return new Promise((resolve) => {
      const finish = (what: Found | null): void => {
        clearTimeout(timer);
        this.ends.delete(end);
        signal.removeEventListener('abort', end);
        stop();
        resolve(what);
      };
      const end = (): void => finish(null);
      const timer = setTimeout(end, timeoutMs);
      this.ends.set(end, device);
      signal.addEventListener('abort', end);
      const stop = begin(finish);
    });
  }
}
