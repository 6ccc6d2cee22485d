import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LIVE_CHANNEL } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { RollUpSweeper } from './roll-up.sweeper.js';
import { TelemetryWorkerOptions } from './worker-options.js';

/** Wakes the sweeper when a gateway says that something was stored. */
@Injectable()
export class RollUpListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listener: Listener;

  constructor({ databaseUrl }: TelemetryWorkerOptions, sweeper: RollUpSweeper, @Inject(LOG) log: Log) {
    const wake = (): void => sweeper.wake();
    this.listener = new Listener({ databaseUrl, role: 'tenon_app', channels: [LIVE_CHANNEL], onMessage: wake, onConnected: wake, log });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.listener.close();
  }
}
