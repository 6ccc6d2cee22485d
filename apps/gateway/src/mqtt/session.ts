import type { AppError } from '@tenon/kernel';

/** A QoS 2 message between PUBLISH and PUBREL. */
export interface IncomingMessage {
  isStored: boolean;
  /** Whoever sent it again while it was being stored. */
  onStored?: (error: AppError | null) => void;
}

/** What outlives a connection: MQTT's session state, as far as a machine that only sends has one. */
export interface Session {
  readonly clientId: string;
  readonly deviceId: string;
  /** By packet id; a repetition of one of these is not stored again. */
  readonly incoming: Map<number, IncomingMessage>;
  readonly subscriptions: Map<string, number>;
  /** How long it is kept after the connection ends, in milliseconds. */
  expiryMs: number;
}

interface Kept {
  readonly session: Session;
  readonly timer: NodeJS.Timeout;
}

const MAX_KEPT = 20_000;

/** Sessions whose client is away. In memory: a gateway that starts again knows none, and says so in CONNACK. */
export class SessionStore {
  private readonly kept = new Map<string, Kept>();

  /** Takes the client's session out, or makes one. A clean start forgets what was kept. */
  open(deviceId: string, clientId: string, isClean: boolean): { session: Session; isPresent: boolean } {
    const key = sessionKey(deviceId, clientId);
    const kept = this.kept.get(key);
    if (kept) this.drop(key, kept);
    if (kept && !isClean) return { session: kept.session, isPresent: true };
    return { session: { deviceId, clientId, incoming: new Map(), subscriptions: new Map(), expiryMs: 0 }, isPresent: false };
  }

  /** Keeps a session whose connection ended, for as long as it asked. */
  keep(session: Session): void {
    if (session.expiryMs <= 0) return;
    const oldest = this.kept.size >= MAX_KEPT ? this.kept.entries().next().value : undefined;
    if (oldest) this.drop(...oldest);
    const key = sessionKey(session.deviceId, session.clientId);
    const timer = setTimeout(() => this.kept.delete(key), session.expiryMs);
    timer.unref();
    this.kept.set(key, { session, timer });
  }

  close(): void {
    for (const [key, kept] of this.kept) this.drop(key, kept);
  }

  private drop(key: string, kept: Kept): void {
    clearTimeout(kept.timer);
    this.kept.delete(key);
  }
}

/** Clients of different machines never meet, whatever they call themselves. */
export function sessionKey(deviceId: string, clientId: string): string {
  return `${deviceId} ${clientId}`;
}
