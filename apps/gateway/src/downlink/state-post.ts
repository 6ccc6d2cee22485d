import { Coalescer, type DesiredChanges, type DeviceRef, type MachineStateRepository } from '@tenon/devices/ingest';
import { unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';

/** Somebody who hears, in a machine's name, that it is asked for another state. */
export interface StateHearer {
  readonly device: DeviceRef;
  /** The version of the desired state up to which it was told. */
  toldUntil: string;
  /** Tells it what is asked for anew; what is told again does no harm. */
  tell(changes: DesiredChanges): void;
}

interface Question {
  readonly device: DeviceRef;
  readonly version: string | null;
  readonly answered: (changes: DesiredChanges | undefined) => void;
  readonly failed: (error: Error) => void;
}

const GATHER_MS = 2;

/** Tells machines that they are asked for another state: each what is new since it was last told, however long it was away. */
export class StatePost {
  private readonly hearers = new Map<string, Set<StateHearer>>();
  /** Whom something is looked up for, and whether more was announced meanwhile. */
  private readonly catchingUp = new Map<StateHearer, boolean>();
  private readonly questions: Coalescer<Question>;

  constructor(
    private readonly states: MachineStateRepository,
    private readonly log: Log,
  ) {
    this.questions = new Coalescer(GATHER_MS, (asked) => this.answer(asked));
  }

  /** The version where a machine stands now. @throws AppError (unavailable) DB.UNAVAILABLE */
  async version(device: DeviceRef): Promise<string> {
    return (await this.ask(device, null))?.version ?? '0';
  }

  /** What a machine is asked for anew since a version; undefined where it was removed. @throws AppError (unavailable) DB.UNAVAILABLE */
  changesSince(device: DeviceRef, version: string): Promise<DesiredChanges | undefined> {
    return this.ask(device, version);
  }

  /** From now on it hears what is new since it was told; what it missed at once. */
  listen(hearer: StateHearer): void {
    const { deviceId } = hearer.device;
    this.hearers.set(deviceId, (this.hearers.get(deviceId) ?? new Set()).add(hearer));
    void this.catchUp(hearer);
  }

  leave(hearer: StateHearer): void {
    const { deviceId } = hearer.device;
    const hearers = this.hearers.get(deviceId);
    hearers?.delete(hearer);
    if (hearers?.size === 0) this.hearers.delete(deviceId);
  }

  /** It was announced that this machine is asked for another state. */
  heard(deviceId: string): void {
    for (const hearer of this.hearers.get(deviceId) ?? []) void this.catchUp(hearer);
  }

  /** Announcements were missed: everybody is looked after. */
  missedSome(): void {
    for (const deviceId of this.hearers.keys()) this.heard(deviceId);
  }

  async settled(): Promise<void> {
    await this.questions.settled();
  }

  /** One look-up of a hearer at a time, or it would be told the same twice. */
  private async catchUp(hearer: StateHearer): Promise<void> {
    if (this.catchingUp.has(hearer)) {
      this.catchingUp.set(hearer, true);
      return;
    }
    do {
      this.catchingUp.set(hearer, false);
      await this.tellNew(hearer);
    } while (this.catchingUp.get(hearer));
    this.catchingUp.delete(hearer);
  }

  private async tellNew(hearer: StateHearer): Promise<void> {
    try {
      const changes = await this.changesSince(hearer.device, hearer.toldUntil);
      if (!changes || BigInt(changes.version) <= BigInt(hearer.toldUntil) || !this.hearers.get(hearer.device.deviceId)?.has(hearer)) return;
      hearer.toldUntil = changes.version;
      hearer.tell(changes);
    } catch {
      // Written to the log where it was asked; a database that is back is a gap, after which all are looked after.
    }
  }

  private ask(device: DeviceRef, version: string | null): Promise<DesiredChanges | undefined> {
    return new Promise((answered, failed) => this.questions.add({ device, version, answered, failed }));
  }

  private async answer(asked: readonly Question[]): Promise<void> {
    // Of one machine, several may have been told different things: they are asked for one after another.
    const [now, later] = firstOfEach(asked);
    try {
      const changes = await this.states.changes(now.map(({ device, version }) => ({ ...device, version })));
      for (const { device, answered } of now) answered(changes.get(device.deviceId));
    } catch (error) {
      this.log.warn('devices.desired-state-not-read', { error });
      for (const { failed } of now) failed(unavailable('DB.UNAVAILABLE', 'The state cannot be read just now.'));
    }
    for (const question of later) this.questions.add(question);
  }
}

function firstOfEach(asked: readonly Question[]): [Question[], Question[]] {
  const seen = new Set<string>();
  const isFirst = new Set(asked.filter(({ device: { deviceId } }) => !seen.has(deviceId) && seen.add(deviceId)));
  return [[...isFirst], asked.filter((question) => !isFirst.has(question))];
}
