import { sessionMessage, deviceMessage } from '@tenon/contracts/wire';
import { toAppError } from '@tenon/kernel';
import type { CallerHeaders, Principal, PrincipalResolver } from '@tenon/nest';
import type { Log } from '@tenon/runtime';

/** How often a socket's person is looked at again, unless something is told sooner. */
export const LOOK_EVERY_MS = 15_000;

/** A socket by which somebody follows something. */
export interface WatchedSocket {
  readonly headers: CallerHeaders;
  /** Ends it, because its person is no longer who they were. */
  end(): void;
}

interface Watch {
  readonly principal: Principal;
  readonly identity: string;
  lookedAtMs: number;
  /** Looks again when a look of the office at a company is over. */
  readonly overAt?: NodeJS.Timeout | undefined;
}

export interface SessionWatchOptions {
  readonly principals: PrincipalResolver;
  readonly log: Log;
  readonly everyMs?: number;
  readonly nowMs?: () => number;
}

/** Everything by which a person was let in: another of these is another person. */
function identityOf({ userId, user, staff, impersonation }: Principal): string {
  const permissions = [...(user?.permissions ?? []), ...(staff?.permissions ?? [])].sort();
  return [userId, user?.tenantId ?? '', impersonation?.id ?? '', ...permissions].join(' ');
}

/**
 * A subscription is let in once and may then run for days. Its socket ends when its person signs out, sets a new
 * password, loses their place or may do less: at once where that is told, else when they are looked at again.
 */
export class SessionWatch {
  private readonly watched = new Map<WatchedSocket, Watch>();
  /** A socket may close while its person is still being asked for. */
  private readonly left = new WeakSet<WatchedSocket>();
  private readonly everyMs: number;
  private readonly nowMs: () => number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: SessionWatchOptions) {
    this.everyMs = options.everyMs ?? LOOK_EVERY_MS;
    this.nowMs = options.nowMs ?? (() => performance.now());
  }

  start(): void {
    this.timer = setInterval(() => void this.lookAgain(() => true), this.everyMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Watches a socket from its first subscription on. Nobody signed in is nobody to watch: the guard refuses them. */
  async enter(socket: WatchedSocket): Promise<void> {
    if (this.watched.has(socket)) return void (await this.isStillWho(socket));
    const principal = await this.find(socket);
    if (principal && !this.left.has(socket)) this.watched.set(socket, { principal, identity: identityOf(principal), lookedAtMs: this.nowMs(), overAt: this.whenOver(socket, principal) });
  }

  leave(socket: WatchedSocket): void {
    this.left.add(socket);
    this.forget(socket);
  }

  /** Whether an event may still be handed on; looks when the last look is too old to say. */
  async isStillWho(socket: WatchedSocket): Promise<boolean> {
    const watch = this.watched.get(socket);
    if (!watch) return false;
    const isOver = watch.principal.impersonation !== undefined && watch.principal.impersonation.endsAt.getTime() <= Date.now();
    return (!isOver && this.nowMs() - watch.lookedAtMs < this.everyMs) || this.look(socket, watch);
  }

  /** Takes one message of SESSION_CHANNEL. */
  async sessionEnded(payload: string): Promise<void> {
    const { data } = sessionMessage.safeParse(JSON.parse(payload));
    if (data) await this.lookAgain(({ userId }) => userId === data.userId);
  }

  /** Takes one message of DEVICE_CHANNEL; those that suspend or resume a company change what its people may do. */
  async companyChanged(payload: string): Promise<void> {
    const { data } = deviceMessage.safeParse(JSON.parse(payload));
    if (data?.kind === 'tenant-suspended' || data?.kind === 'tenant-resumed') await this.lookAgain(({ user }) => user?.tenantId === data.tenantId);
  }

  /** Looks at everyone it concerns. @param concerns whether something was heard of this person */
  async lookAgain(concerns: (principal: Principal) => boolean): Promise<void> {
    for (const [socket, watch] of [...this.watched]) if (concerns(watch.principal)) await this.look(socket, watch);
  }

  private forget(socket: WatchedSocket): void {
    clearTimeout(this.watched.get(socket)?.overAt);
    this.watched.delete(socket);
  }

  private whenOver(socket: WatchedSocket, { impersonation }: Principal): NodeJS.Timeout | undefined {
    if (!impersonation) return undefined;
    const timer = setTimeout(() => void this.lookAt(socket), Math.max(0, impersonation.endsAt.getTime() - Date.now()));
    return timer.unref();
  }

  private async lookAt(socket: WatchedSocket): Promise<void> {
    const watch = this.watched.get(socket);
    if (watch) await this.look(socket, watch);
  }

  private async look(socket: WatchedSocket, watch: Watch): Promise<boolean> {
    const principal = await this.find(socket);
    // Unknown while the database is away; then nothing new can be read for anybody either.
    if (principal === undefined) return true;
    if (principal && identityOf(principal) === watch.identity) {
      watch.lookedAtMs = this.nowMs();
      return true;
    }
    this.forget(socket);
    socket.end();
    return false;
  }

  private async find(socket: WatchedSocket): Promise<Principal | null | undefined> {
    try {
      return await this.options.principals.resolve(socket.headers);
    } catch (error) {
      const { kind, code } = toAppError(error);
      this.options.log.warn('live.cannot-look', { code, error });
      return kind === 'unavailable' ? undefined : null;
    }
  }
}
