import { watchDevices } from '@tenon/devices/ingest';
import { unavailable } from '@tenon/kernel';
import { createCore, type Core } from './core.js';
import type { GatewayOptions } from './gateway-options.js';
import { heedChange } from './heed-change.js';
import { createHttpDoor } from './http/http-door.js';
import { listenOn } from './http/listen-on.js';
import { RateLimiter } from './inbox/rate-limiter.js';
import { ConnectAdmission } from './mqtt/admission.js';
import { Clients } from './mqtt/clients.js';
import { DEFAULT_MQTT_SETTINGS, type MqttSettings } from './mqtt/door-settings.js';
import { MqttDoor } from './mqtt/mqtt-door.js';
import { MqttFigures } from './mqtt/mqtt-figures.js';
import { upgradeToMqtt } from './mqtt/web-socket.js';
import { GatewayFaults } from './pulse/gateway-faults.js';
import type { Pulse } from './pulse/pulse.js';
import { watchOver } from './pulse/watch-over.js';

/** A client may put several packets into one frame of a WebSocket. */
const FRAME_OF_PACKETS = 4;

/** A gateway that runs. */
export interface Gateway {
  readonly mqttPort: number;
  /** Null where there is no certificate. */
  readonly mqttTlsPort: number | null;
  readonly httpPort: number;
  /** Resolves when everything taken so far is committed or refused, and what was refused is written down. */
  drained(): Promise<void>;
  /** Takes nothing more, commits and acknowledges what was taken, and ends; safe to call again. */
  close(): Promise<void>;
}

/** Puts the gateway together and opens its doors. */
export async function startGateway({ faults = new GatewayFaults(), ...told }: GatewayOptions): Promise<Gateway> {
  const options = { ...told, log: faults.noting(told.log) };
  const settings = { ...DEFAULT_MQTT_SETTINGS, ...options.mqtt };
  const core = createCore(options, settings);
  const rates = new RateLimiter(settings.messagesPerSecond, settings.messagesPerSecond * 2);
  const clients = new Clients();
  const mqtt = createMqttDoor(options, core, { settings, rates, clients });
  let isOpen = false;
  const isReady = async (): Promise<void> => {
    await core.isReady();
    if (pulse.heldBy) throw unavailable('GATEWAY.NAME_TAKEN', `Another process holds this gateway’s name: ${pulse.heldBy}.`);
    if (!isOpen) throw unavailable('GATEWAY.STARTING', 'The gateway is not open yet.');
  };
  const http = createHttpDoor({
    ...core,
    isReady,
    rates,
    pressure: core.telemetry.pressure,
    registry: options.registry,
    messagesPerSecond: settings.messagesPerSecond,
    maxBodyBytes: settings.maxPacketBytes,
    patienceMs: options.httpPatienceMs,
  });
  upgradeToMqtt(http.server, { maxFrameBytes: settings.maxPacketBytes * FRAME_OF_PACKETS, take: mqtt.take, isOpen: () => isOpen });
  const watch = watchChanges(options, core, clients, mqtt);
  const pulse = watchOver(options, { core, faults, connections: () => clients.size, log: options.log });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll({ mqtt, http, watch, pulse, core }));
  try {
    // The database may be away, or recover yet, or another process has this gateway's name: this door says so meanwhile.
    const httpPort = await listenOn(http, options.httpPort);
    await pulse.start();
    await watch.start();
    await core.clearLeftovers();
    const { port: mqttPort, tlsPort: mqttTlsPort } = await mqtt.listen(options.mqttPort, options.mqttTls);
    isOpen = true;
    options.log.info('gateway.open', { mqttPort, mqttTlsPort, httpPort });
    return { mqttPort, mqttTlsPort, httpPort, drained: () => core.drained(), close };
  } catch (error) {
    // A port that is taken: what is open already would keep whoever started it from ending.
    await close();
    throw error;
  }
}

interface Opened {
  readonly mqtt: MqttDoor;
  readonly http: ReturnType<typeof createHttpDoor>;
  readonly watch: ReturnType<typeof watchDevices>;
  readonly pulse: Pulse;
  readonly core: Core;
}

async function closeAll({ mqtt, http, watch, pulse, core }: Opened): Promise<void> {
  mqtt.stopReading();
  const httpClosed = http.close();
  await core.drained();
  // Those that came by WebSocket are connections of the HTTP server, which waits for them: they leave once they are acknowledged.
  await mqtt.close();
  await httpClosed;
  // What requests brought meanwhile.
  await core.drained();
  await watch.close();
  await pulse.close();
  await core.close();
}

interface MqttParts {
  readonly settings: MqttSettings;
  readonly rates: RateLimiter;
  readonly clients: Clients;
}

function createMqttDoor({ log, registry, connectsPerMinute }: GatewayOptions, core: Core, parts: MqttParts): MqttDoor {
  const { directory, refusals, telemetry } = core;
  const figures = new MqttFigures(registry, () => parts.clients.size);
  const admission = new ConnectAdmission({ directory, refusals, settings: parts.settings, connectsPerMinute, figures, log });
  return new MqttDoor({ ...core, ...parts, admission, pressure: telemetry.pressure, figures, log });
}

function watchChanges({ databaseUrl, log }: GatewayOptions, { directory, children, telemetry, fullDays, commands, states, packages, waiting, requests }: Core, clients: Clients, mqtt: MqttDoor): ReturnType<typeof watchDevices> {
  return watchDevices({
    databaseUrl,
    log,
    onChange: (message) => heedChange(message, { directory, children, telemetry, fullDays, commands, states, packages, waiting, requests, clients, revalidate: (some) => mqtt.revalidate(some) }),
    onGap: () => {
      directory.forgetAll();
      children.forgetAll();
      requests.missedSome();
      commands.missedSome();
      states.missedSome();
      packages.forgetAll();
      void fullDays.refresh();
      mqtt.revalidate(clients.all());
    },
  });
}
