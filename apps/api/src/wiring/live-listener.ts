import type { INestApplicationContext } from '@nestjs/common';
import { EnergyChanges } from '@tenon/analytics/api';
import { DEVICE_CHANNEL, LIVE_CHANNEL, RESULT_CHANNEL } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { DeviceChanges } from '@tenon/devices/api';
import type { Log } from '@tenon/runtime';
import { LiveValues } from '@tenon/telemetry/api';

interface Hearing {
  heard(payload: string): void;
  missedSome(): void;
}

/** Hands what other processes tell to the modules that pass it on to screens. */
export function createLiveListener(app: INestApplicationContext, databaseUrl: string, log: Log): Listener {
  const hearing: Readonly<Record<string, Hearing>> = {
    [LIVE_CHANNEL]: app.get(LiveValues, { strict: false }),
    [DEVICE_CHANNEL]: app.get(DeviceChanges, { strict: false }),
    [RESULT_CHANNEL]: app.get(EnergyChanges, { strict: false }),
  };
  return new Listener({
    databaseUrl,
    role: 'tenon_app',
    channels: Object.keys(hearing),
    onMessage: (channel, payload) => hearing[channel]?.heard(payload),
    onConnected: () => Object.values(hearing).forEach((each) => each.missedSome()),
    log,
  });
}
