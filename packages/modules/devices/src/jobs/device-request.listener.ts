import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DEVICE_REQUEST_CHANNEL } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { DeviceRequestSweeper } from './device-request.sweeper.js';
import { DevicesWorkerOptions } from './worker-options.js';

/** Wakes the sweeper when a gateway process asked for a machine. */
@Injectable()
export class DeviceRequestListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listener: Listener;

  constructor({ databaseUrl }: DevicesWorkerOptions, sweeper: DeviceRequestSweeper, @Inject(LOG) log: Log) {
    const wake = (): void => sweeper.wake();
    this.listener = new Listener({ databaseUrl, role: 'tenon_app', channels: [DEVICE_REQUEST_CHANNEL], onMessage: wake, onConnected: wake, log });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.listener.close();
  }
}
