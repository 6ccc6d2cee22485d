import pg from 'pg';
import type { Log } from '@tenon/runtime';
import { onceDatabaseIsBack } from './away.js';
import { roleConfig, type DatabaseRole } from './pools.js';

/** Before a lost connection is sought again for the first time, when what ended it may not have gone yet. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

export interface ListenerOptions {
  readonly databaseUrl: string;
  readonly role: DatabaseRole;
  readonly channels: readonly string[];
  readonly onMessage: (channel: string, payload: string) => void;
  /** Called after every (re)connect: whatever was said while away was missed, so caches must be dropped. */
  readonly onConnected: () => void;
  readonly log: Log;
}

/** Listens for notifications on a connection of its own, and connects again when it is lost. */
export class Listener {
  private client: pg.Client | undefined;
  private isClosed = false;
  private waitMs = FIRST_WAIT_MS;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ListenerOptions) {}

  /** Resolves once the first connection listens: a database that is away, or still recovers, is waited for. */
  start(): Promise<void> {
    return onceDatabaseIsBack(() => this.connect(), this.options.log);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    if (this.isClosed) return;
    const { databaseUrl, role, channels, onMessage, onConnected } = this.options;
    const client = new pg.Client(roleConfig({ databaseUrl, role }));
    client.on('notification', ({ channel, payload }) => onMessage(channel, payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    if (this.isClosed) return client.end();
    this.client = client;
    this.waitMs = FIRST_WAIT_MS;
    onConnected();
  }

  private lost(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    this.options.log.warn('db.listener-lost', { waitMs: this.waitMs });
    this.seek();
  }

  private seek(): void {
    this.timer = setTimeout(() => void this.connectAgain(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private async connectAgain(): Promise<void> {
    try {
      await this.connect();
    } catch (error) {
      this.options.log.warn('db.listener-not-back', { error });
      if (!this.isClosed) this.seek();
    }
  }
}
