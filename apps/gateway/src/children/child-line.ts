import type { ClaimedCommand, DesiredChanges, DeviceRef, HandOver } from '@tenon/devices/ingest';
import type { CommandTaker } from '../downlink/command-post.js';
import type { StateHearer } from '../downlink/state-post.js';
import { GATEWAY_FILTERS } from '../inbox/topics.js';

/** What a gateway's connection does for the machines behind it. */
export interface GatewayConnection {
  /** How many more messages it takes now. */
  readonly room: number;
  listensTo(filter: string): boolean;
  /** Sends where it listens. @returns whether it does */
  publish(topic: string, payload: string, more?: { expiresAtMs?: number; done?: (outcome: HandOver) => void }): boolean;
}

/** What the line of one machine tells those of the others. */
export interface Neighbours {
  /** A command waits, and there is no room on the connection. */
  crowded(): void;
  /** There may be room again. */
  relieved(): void;
}

/** A machine behind a gateway, on one connection of that: takes its commands, and hears what it is asked to be. */
export class ChildLine implements CommandTaker, StateHearer {
  toldUntil = '0';
  /** Whether it waits for its commands, and for what it is asked to be. */
  takesCommands = false;
  hearsUpdates = false;

  constructor(
    readonly device: DeviceRef,
    private readonly name: string,
    private readonly connection: GatewayConnection,
    private readonly neighbours: Neighbours,
  ) {}

  /** One at a time: the connection is shared with all others. */
  get room(): number {
    if (this.connection.room > 0) return 1;
    this.neighbours.crowded();
    return 0;
  }

  take({ number, method, params, expiresAtMs }: ClaimedCommand, done: (outcome: HandOver) => void): void {
    const payload = JSON.stringify({ device: this.name, data: { id: number, method, params } });
    const settled = (outcome: HandOver): void => {
      done(outcome);
      this.neighbours.relieved();
    };
    if (!this.connection.publish(GATEWAY_FILTERS.commands, payload, { expiresAtMs, done: settled })) done('lost');
  }

  tell({ values, removed }: DesiredChanges): void {
    if (Object.keys(values).length > 0) this.send(values);
    if (removed.length > 0) this.send({ deleted: removed });
  }

  private send(data: object): void {
    this.connection.publish(GATEWAY_FILTERS.updates, JSON.stringify({ device: this.name, data }));
  }
}
