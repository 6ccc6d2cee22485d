import pg from 'pg';
import type { Log } from '@tenon/runtime';
import { roleConfig, type DatabaseRole } from './pools.js';

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

  /** Resolves once the first connection listens. */
  async start(): Promise<void> {
    const { databaseUrl, role, channels, onMessage, onConnected } = this.options;
    const client = new pg.Client(roleConfig({ databaseUrl, role }));
    client.on('notification', ({ channel, payload }) => onMessage(channel, payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    this.client = client;
    await client.connect();
    for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    this.waitMs = FIRST_WAIT_MS;
    onConnected();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  private lost(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    this.options.log.warn('db.listener-lost', { waitMs: this.waitMs });
    this.timer = setTimeout(() => void this.restart(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private async restart(): Promise<void> {
    try {
      await this.start();
    } catch (error) {
      this.options.log.warn('db.listener-not-back', { error });
      const client = this.client;
      if (client) this.lost(client);
    }
  }
}
