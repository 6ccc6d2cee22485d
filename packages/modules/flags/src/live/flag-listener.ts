import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { FLAG_CHANNEL } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { FeatureFlags } from '../application/feature-flags.js';

/** Where the database is, for a listener of its own. */
export abstract class FlagDatabase {
  abstract readonly databaseUrl: string;
}

/** Tells a process that listens to nothing else when flags were set. */
@Injectable()
export class FlagListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listener: Listener;

  constructor({ databaseUrl }: FlagDatabase, flags: FeatureFlags, @Inject(LOG) log: Log) {
    this.listener = new Listener({ databaseUrl, role: 'tenon_app', channels: [FLAG_CHANNEL], onMessage: () => flags.heard(), onConnected: () => flags.missedSome(), log });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.listener.close();
  }
}
