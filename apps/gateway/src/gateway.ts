import type { AddressInfo } from 'node:net';
import { createPool } from '@tenon/db';
import {
  AttributeWriter,
  DeviceDirectory,
  IngestRefusalRepository,
  PresenceRecorder,
  PresenceRepository,
  RefusalRecorder,
  TokenLookup,
  watchDevices,
} from '@tenon/devices/ingest';
import type { Log, Registry } from '@tenon/runtime';
import { DEFAULT_INGEST_LIMITS, TelemetryIngest, type IngestLimits } from '@tenon/telemetry/ingest';
import { heedChange } from './heed-change.js';
import { createHttpDoor } from './http/http-door.js';
import { Inbox } from './inbox/inbox.js';
import { RateLimiter } from './inbox/rate-limiter.js';
import { ConnectAdmission } from './mqtt/admission.js';
import { Clients } from './mqtt/clients.js';
import { DEFAULT_MQTT_SETTINGS, type MqttSettings } from './mqtt/door-settings.js';
import { MqttDoor } from './mqtt/mqtt-door.js';
import { MqttFigures } from './mqtt/mqtt-figures.js';

export interface GatewayOptions {
  readonly databaseUrl: string;
  readonly mqttPort: number;
  readonly httpPort: number;
  readonly gatewayId: string;
  readonly connectsPerMinute: number;
  readonly log: Log;
  readonly registry: Registry;
  readonly mqtt?: Partial<MqttSettings>;
  readonly ingest?: Partial<IngestLimits>;
}

/** A gateway that runs. */
export interface Gateway {
  readonly mqttPort: number;
  readonly httpPort: number;
  /** Resolves when everything taken so far is committed or refused, and what was refused is written down. */
  drained(): Promise<void>;
  /** Takes nothing more, commits and acknowledges what was taken, and ends. */
  close(): Promise<void>;
}

/** Puts the gateway together and opens its doors. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { databaseUrl, log, registry } = options;
  const settings = { ...DEFAULT_MQTT_SETTINGS, ...options.mqtt };
  const limits = { ...DEFAULT_INGEST_LIMITS, ...options.ingest };
  const pool = createPool({ databaseUrl, role: 'tenon_ingest', max: limits.lanes + 6, onError: (error) => log.warn('db.idle-connection-lost', { error }) });

  const directory = new DeviceDirectory(new TokenLookup(pool, log));
  const refusals = new RefusalRecorder(new IngestRefusalRepository(pool), log, registry);
  const presenceRepository = new PresenceRepository(pool, options.gatewayId);
  const presence = new PresenceRecorder(presenceRepository, log);
  const attributes = new AttributeWriter(pool, limits.decode, log);
  const telemetry = new TelemetryIngest({ pool, log, registry, limits });
  const inbox = new Inbox({ telemetry, attributes, presence });
  const rates = new RateLimiter(settings.messagesPerSecond, settings.messagesPerSecond * 2);

  const clients = new Clients();
  const figures = new MqttFigures(registry, () => clients.size);
  const admission = new ConnectAdmission({ directory, refusals, settings, connectsPerMinute: options.connectsPerMinute, figures, log });
  const { pressure } = telemetry;
  const mqtt = new MqttDoor({ settings, admission, inbox, presence, refusals, pressure, rates, clients, figures, log });
  const isReady = async (): Promise<void> => void (await pool.query('SELECT 1'));
  const http = createHttpDoor({
    directory, refusals, inbox, pressure, rates, registry, isReady,
    messagesPerSecond: settings.messagesPerSecond,
    maxBodyBytes: settings.maxPacketBytes,
  });
  const watch = watchDevices({
    databaseUrl,
    log,
    onChange: (message) => heedChange(message, { directory, telemetry, clients, revalidate: (some) => mqtt.revalidate(some) }),
    onGap: () => {
      directory.forgetAll();
      mqtt.revalidate(clients.all());
    },
  });

  await watch.start();
  await presenceRepository.clear();
  const mqttPort = await mqtt.listen(options.mqttPort);
  await http.listen({ port: options.httpPort, host: '::' });
  const httpPort = (http.server.address() as AddressInfo).port;
  log.info('gateway.open', { mqttPort, httpPort });

  return {
    mqttPort,
    httpPort,
    drained: async () => {
      await Promise.all([telemetry.drained(), attributes.settled()]);
      await refusals.settled();
    },
    close: async () => {
      mqtt.stopReading();
      await http.close();
      await Promise.all([telemetry.close(), attributes.settled()]);
      await mqtt.close();
      await watch.close();
      await Promise.all([presence.close(), refusals.close()]);
      await pool.end();
    },
  };
}
