import type { AppError } from '@tenon/kernel';
import type { MqttSettings } from './door-settings.js';
import { Outgoing } from './outgoing.js';

/** A QoS 2 message between PUBLISH and PUBREL. */
export interface IncomingMessage {
  isStored: boolean;
  /** Stands for the connection on which it came last, against whose receive maximum it counts. */
  origin: object;
  /** Those who sent it again while it was being stored. */
  waiting?: ((error: AppError | null) => void)[];
}

/** What a machine asked for when it subscribed. */
export interface Subscription {
  readonly qos: 0 | 1 | 2;
  /** Sent back with each message that it brings. @see MQTT 5.0, section 3.8.2.1.2 */
  readonly identifier: number | undefined;
}

/** What outlives a connection: MQTT's session state. */
export interface Session {
  readonly clientId: string;
  readonly deviceId: string;
  /** By packet id; a repetition of one of these is not stored again. */
  readonly incoming: Map<number, IncomingMessage>;
  readonly subscriptions: Map<string, Subscription>;
  /** Messages to the machine that it did not acknowledge yet. */
  readonly outgoing: Outgoing;
  /** The version of its desired state up to which it was told; null where it does not listen to that. */
  toldUntil: string | null;
  /** How long it is kept after the connection ends, in milliseconds. */
  expiryMs: number;
}

interface Kept {
  readonly session: Session;
  readonly timer: NodeJS.Timeout;
}

/** The kept sessions of one machine by client id, the oldest first. */
type Shelf = Map<string, Kept>;

/** How many sessions are kept: of one machine, and of all. */
export type SessionLimits = Pick<MqttSettings, 'maxKeptPerMachine' | 'maxKeptSessions' | 'maxOutgoing'>;

/**
 * Sessions whose client is away. In memory: a gateway that starts again knows none, and says so in CONNACK. A machine that
 * keeps more than its share loses its own oldest; where all are too many, the machine that keeps most does.
 */
export class SessionStore {
  private readonly shelves = new Map<string, Shelf>();
  private size = 0;

  constructor(private readonly limits: SessionLimits) {}

  /** Takes the client's session out, or makes one. A clean start forgets what was kept. */
  open(deviceId: string, clientId: string, isClean: boolean): { session: Session; isPresent: boolean } {
    const kept = this.shelves.get(deviceId)?.get(clientId);
    if (kept && !isClean) {
      this.takeOut(kept);
      return { session: kept.session, isPresent: true };
    }
    if (kept) this.drop(kept);
    const session = { deviceId, clientId, incoming: new Map(), subscriptions: new Map(), outgoing: new Outgoing(this.limits.maxOutgoing), toldUntil: null, expiryMs: 0 };
    return { session, isPresent: false };
  }

  /** Keeps a session whose connection ended, for as long as it asked. */
  keep(session: Session): void {
    if (session.expiryMs <= 0) return session.outgoing.drop();
    this.makeRoom(session.deviceId);
    const kept: Kept = { session, timer: setTimeout(() => this.drop(kept), session.expiryMs).unref() };
    const shelf: Shelf = this.shelves.get(session.deviceId) ?? new Map();
    this.shelves.set(session.deviceId, shelf.set(session.clientId, kept));
    this.size += 1;
  }

  close(): void {
    for (const shelf of this.shelves.values()) for (const kept of shelf.values()) this.drop(kept);
  }

  private makeRoom(deviceId: string): void {
    const own = this.shelves.get(deviceId);
    if (own && own.size >= this.limits.maxKeptPerMachine) this.dropOldest(own);
    else if (this.size >= this.limits.maxKeptSessions) this.dropOldest(this.fullest());
  }

  private fullest(): Shelf | undefined {
    let fullest: Shelf | undefined;
    for (const shelf of this.shelves.values()) if (!fullest || shelf.size > fullest.size) fullest = shelf;
    return fullest;
  }

  private dropOldest(shelf: Shelf | undefined): void {
    const oldest = shelf?.values().next().value;
    if (oldest) this.drop(oldest);
  }

  private drop(kept: Kept): void {
    this.takeOut(kept);
    kept.session.outgoing.drop();
  }

  private takeOut({ session: { deviceId, clientId }, timer }: Kept): void {
    clearTimeout(timer);
    const shelf = this.shelves.get(deviceId);
    if (shelf?.delete(clientId)) this.size -= 1;
    if (shelf?.size === 0) this.shelves.delete(deviceId);
  }
}

/** Clients of different machines never meet, whatever they call themselves. */
export function sessionKey(deviceId: string, clientId: string): string {
  return `${deviceId} ${clientId}`;
}
