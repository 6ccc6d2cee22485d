import type { INestApplicationContext } from '@nestjs/common';
import { EnergyChanges } from '@tenon/analytics/api';
import { DEVICE_CHANNEL, EXPORT_CHANNEL, FLAG_CHANNEL, LIVE_CHANNEL, NOTICE_CHANNEL, RESULT_CHANNEL, SESSION_CHANNEL } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { DeviceChanges } from '@tenon/devices/api';
import { ExportChanges } from '@tenon/exit/api';
import { FeatureFlags } from '@tenon/flags/api';
import { NoticeChanges } from '@tenon/notices/api';
import type { Log } from '@tenon/runtime';
import { LiveValues } from '@tenon/telemetry/api';
import type { SessionWatch } from '../graphql/session-watch.js';

interface Hearing {
  heard(payload: string): void;
  missedSome(): void;
}

export interface LiveListenerOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Told of sessions that ended and companies that were suspended. */
  readonly watch: SessionWatch;
}

/** Hands what other processes tell to the modules that pass it on to screens, and to the watch over those who look at them. */
export function createLiveListener(app: INestApplicationContext, { databaseUrl, log, watch }: LiveListenerOptions): Listener {
  const sessions: Hearing = { heard: (payload) => void watch.sessionEnded(payload), missedSome: () => void watch.lookAgain(() => true) };
  const companies: Hearing = { heard: (payload) => void watch.companyChanged(payload), missedSome: () => undefined };
  const hearing: Readonly<Record<string, readonly Hearing[]>> = {
    [LIVE_CHANNEL]: [app.get(LiveValues, { strict: false })],
    [DEVICE_CHANNEL]: [companies, app.get(DeviceChanges, { strict: false })],
    [EXPORT_CHANNEL]: [app.get(ExportChanges, { strict: false })],
    [FLAG_CHANNEL]: [app.get(FeatureFlags, { strict: false })],
    [NOTICE_CHANNEL]: [app.get(NoticeChanges, { strict: false })],
    [RESULT_CHANNEL]: [app.get(EnergyChanges, { strict: false })],
    [SESSION_CHANNEL]: [sessions],
  };
  return new Listener({
    databaseUrl,
    role: 'tenon_app',
    channels: Object.keys(hearing),
    onMessage: (channel, payload) => hearing[channel]?.forEach((each) => each.heard(payload)),
    onConnected: () => Object.values(hearing).flat().forEach((each) => each.missedSome()),
    log,
  });
}
