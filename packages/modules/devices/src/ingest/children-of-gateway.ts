import type { AppError } from '@tenon/kernel';
import type { DeviceRef } from './device-ref.js';

/** Who waits to hear which machine is meant by a name. */
export interface WaitingForChild {
  readonly sinceMs: number;
  readonly typeName: string | null;
  readonly answers: { readonly found: (device: DeviceRef) => void; readonly refused: (error: AppError) => void }[];
}

interface Refused {
  readonly error: AppError;
  readonly untilMs: number;
}

/** Beyond these the oldest is forgotten: a gateway may name what it likes. */
const MOST_REFUSED = 1_000;

/** What one gateway was told of the machines behind it, by the names by which it knows them. */
export class ChildrenOfGateway {
  readonly waiting = new Map<string, WaitingForChild>();
  private readonly known = new Map<string, DeviceRef>();
  private readonly refused = new Map<string, Refused>();
  /** Set where nothing new is taken: the plan is full. */
  private noRoom: Refused | null = null;
  /** Counts what was announced, so that an answer from before it is not kept. */
  changes = 0;

  constructor(readonly gateway: DeviceRef) {}

  get size(): number {
    return this.known.size + this.refused.size;
  }

  find(name: string): DeviceRef | undefined {
    return this.known.get(name);
  }

  /** Why this name is refused, as was said a moment ago. */
  refusal(name: string, nowMs: number): AppError | null {
    const refused = this.refused.get(name);
    if (refused && refused.untilMs > nowMs) return refused.error;
    return this.noRoom && this.noRoom.untilMs > nowMs ? this.noRoom.error : null;
  }

  /** The machine is there: whoever waits for it hears so. */
  settle(name: string, device: DeviceRef): void {
    this.known.set(name, device);
    this.refused.delete(name);
    for (const { found } of this.takeOut(name)) found(device);
  }

  refuse(name: string, error: AppError, untilMs: number): void {
    const [oldest] = this.refused.size >= MOST_REFUSED ? this.refused.keys() : [];
    if (oldest !== undefined) this.refused.delete(oldest);
    this.refused.set(name, { error, untilMs });
    if (error.code === 'CHILD.NO_ROOM') this.noRoom = { error, untilMs };
    this.fail(name, error);
  }

  /** Says no without remembering it. */
  fail(name: string, error: AppError): void {
    for (const { refused } of this.takeOut(name)) refused(error);
  }

  /** What was known may no longer be so. */
  forget(): void {
    this.changes += 1;
    this.known.clear();
    this.refused.clear();
    this.noRoom = null;
  }

  private takeOut(name: string): WaitingForChild['answers'] {
    const answers = this.waiting.get(name)?.answers ?? [];
    this.waiting.delete(name);
    return answers;
  }
}
