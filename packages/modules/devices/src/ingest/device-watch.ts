import { DEVICE_CHANNEL, deviceMessage, type DeviceMessage } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import type { Log } from '@tenon/runtime';

export interface DeviceWatchOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** One change, as it was announced. */
  readonly onChange: (message: DeviceMessage) => void;
  /** Anything may have changed: announcements were missed. */
  readonly onGap: () => void;
}

/** Listens to what is announced of machines and companies. */
export function watchDevices({ databaseUrl, log, onChange, onGap }: DeviceWatchOptions): Listener {
  const onMessage = (_channel: string, payload: string): void => {
    const message = read(payload);
    if (message) onChange(message);
    else log.warn('devices.announcement-not-read', { bytes: payload.length });
  };
  return new Listener({ databaseUrl, role: 'tenon_ingest', channels: [DEVICE_CHANNEL], onMessage, onConnected: onGap, log });
}

function read(payload: string): DeviceMessage | undefined {
  try {
    return deviceMessage.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
