import { FullDays } from '@tenon/billing/ingest';
import { createPool, onceDatabaseIsBack, ping } from '@tenon/db';
import {
  AttributeRepository,
  AttributeWriter,
  CertificateLookup,
  ChildDeviceRepository,
  ChildDevices,
  ClaimOfferRepository,
  DeviceDirectory,
  IngestRefusalRepository,
  MachineStateRepository,
  OtaRepository,
  OutgoingCommandRepository,
  PresenceRecorder,
  PresenceRepository,
  ProvisioningRepository,
  RefusalRecorder,
  SparkplugRepository,
  TokenLookup,
} from '@tenon/devices/ingest';
import { unavailable } from '@tenon/kernel';
import { DEFAULT_INGEST_LIMITS, MessageKeyRepository, TelemetryIngest, type IngestLimits } from '@tenon/telemetry/ingest';
import type pg from 'pg';
import { GatewayMessages } from './children/gateway-messages.js';
import { CommandPost } from './downlink/command-post.js';
import { StatePost } from './downlink/state-post.js';
import { Talk } from './downlink/talk.js';
import type { GatewayOptions } from './gateway-options.js';
import { Waiting } from './http/waiting.js';
import { Inbox } from './inbox/inbox.js';
import type { MqttSettings } from './mqtt/door-settings.js';
import { PackageDesk } from './ota/package-desk.js';
import { PackageShelf } from './ota/package-shelf.js';
import { DEFAULT_HOST_ID, SparkplugHost } from './sparkplug/sparkplug-host.js';
import { PATIENCE_MS, Provisioning } from './provisioning/provisioning.js';
import { RequestPost } from './provisioning/request-post.js';

/** What both doors work with. */
export interface Core {
  readonly pool: pg.Pool;
  readonly directory: DeviceDirectory;
  readonly refusals: RefusalRecorder;
  readonly presence: PresenceRecorder;
  readonly attributes: AttributeWriter;
  readonly telemetry: TelemetryIngest;
  readonly keys: MessageKeyRepository;
  readonly fullDays: FullDays;
  readonly inbox: Inbox;
  /** What stands behind gateways. */
  readonly children: ChildDevices;
  /** What passes to machines. */
  readonly commands: CommandPost;
  readonly states: StatePost;
  readonly talk: Talk;
  /** What machines are given to run. */
  readonly packages: PackageDesk;
  readonly gatewayMessages: GatewayMessages;
  /** Machines that let themselves in. */
  readonly requests: RequestPost;
  readonly provisioning: Provisioning;
  readonly waiting: Waiting;
  /** What edge nodes speak to. */
  readonly sparkplug: SparkplugHost;
  /** Clears what an earlier process of this gateway left standing: who was connected, and commands on their way. */
  clearLeftovers(): Promise<void>;
  /** Resolves while the database answers and has room. @throws AppError (unavailable) DB.UNAVAILABLE, DB.FULL */
  isReady(): Promise<void>;
  /** Resolves when everything taken so far is answered, and what was refused is written down. */
  drained(): Promise<void>;
  /** Finishes what was taken, when the doors are shut. */
  close(): Promise<void>;
}

// Beside the lanes: tokens, certificates, new metrics, refusals, presence, attributes, notices, the pulse, commands to machines, what machines ask, what stands behind gateways, edge nodes, packages.
const OTHER_CONNECTIONS = 15;
/** Longer than anything holds a lock that the gateway wants; a statement that waits longer lets go and is tried again, before its batch is given up. */
const LOCK_TIMEOUT_MS = 5_000;

/** What both doors work with, put together. */
export function createCore(options: GatewayOptions, mqtt: MqttSettings): Core {
  const { databaseUrl, gatewayId, log, ingest, sparkplugHostId = DEFAULT_HOST_ID } = options;
  const limits = { ...DEFAULT_INGEST_LIMITS, ...ingest };
  const onError = (error: Error): void => log.warn('db.idle-connection-lost', { error });
  const pool = createPool({ databaseUrl, role: 'tenon_ingest', max: limits.lanes + OTHER_CONNECTIONS, lockTimeoutMs: LOCK_TIMEOUT_MS, onError });
  const presences = new PresenceRepository(pool, gatewayId);
  const outgoing = new OutgoingCommandRepository(pool, gatewayId);
  const taking = takingParts(options, { pool, presences, limits });
  const giving = givingParts(options, { pool, outgoing, mqtt });
  const { telemetry, attributes, presence, refusals, fullDays, inbox } = taking;
  const { commands, talk } = giving;
  const provisionings = new ProvisioningRepository(pool);
  const requests = new RequestPost(provisionings, PATIENCE_MS);
  const certificates = new CertificateLookup(pool, log);
  const children = new ChildDevices(new ChildDeviceRepository(pool), log);
  const sparkplugParts = { telemetry, children, presence, refusals, commands, answers: outgoing, decode: limits.decode, maxPayloadBytes: mqtt.maxPacketBytes, hostId: sparkplugHostId, log };
  const sparkplug = new SparkplugHost(sparkplugParts, new SparkplugRepository(pool, gatewayId));
  return {
    pool,
    directory: new DeviceDirectory(new TokenLookup(pool, log), certificates),
    ...taking,
    ...giving,
    children,
    requests,
    provisioning: new Provisioning({ repository: provisionings, post: requests, certificates, log }),
    gatewayMessages: new GatewayMessages({ children, inbox, talk, refusals }),
    sparkplug,
    clearLeftovers: async () => {
      for (const clear of [() => presences.clear(), () => outgoing.takeBack(), () => sparkplug.clearLeftovers()]) await onceDatabaseIsBack(clear, log);
    },
    isReady: async () => {
      await ping(pool);
      if (telemetry.room.isFull) throw unavailable('DB.FULL', 'The database has no room left to store anything.');
    },
    drained: async () => {
      await Promise.all([telemetry.drained(), attributes.settled(), commands.settled()]);
      await refusals.settled();
    },
    close: async () => {
      children.close();
      await telemetry.close();
      await commands.close();
      await Promise.all([presence.close(), refusals.close(), fullDays.close(), sparkplug.close()]);
      await pool.end();
    },
  };
}

/** What takes what machines send. */
function takingParts({ log, registry }: GatewayOptions, { pool, presences, limits }: { readonly pool: pg.Pool; readonly presences: PresenceRepository; readonly limits: IngestLimits }): Pick<Core, 'refusals' | 'presence' | 'attributes' | 'telemetry' | 'keys' | 'fullDays' | 'inbox'> {
  const refusals = new RefusalRecorder(new IngestRefusalRepository(pool), log, registry);
  const presence = new PresenceRecorder(presences, log);
  const attributes = new AttributeWriter(new AttributeRepository(pool), limits, log);
  const fullDays = new FullDays(pool, log);
  const telemetry = new TelemetryIngest({ pool, log, registry, limits, gate: fullDays });
  return { refusals, presence, attributes, telemetry, keys: new MessageKeyRepository(pool, log), fullDays, inbox: new Inbox({ telemetry, attributes, presence }) };
}

/** What gives machines what is for them. */
function givingParts({ log }: GatewayOptions, { pool, outgoing, mqtt }: { readonly pool: pg.Pool; readonly outgoing: OutgoingCommandRepository; readonly mqtt: MqttSettings }): Pick<Core, 'commands' | 'states' | 'talk' | 'waiting' | 'packages'> {
  const machineStates = new MachineStateRepository(pool);
  const commands = new CommandPost(outgoing, log);
  const states = new StatePost(machineStates, log);
  const ota = new OtaRepository(pool);
  const packages = new PackageDesk({ repository: ota, shelf: new PackageShelf(ota), log });
  return { commands, states, packages, waiting: new Waiting(commands, states), talk: new Talk({ states: machineStates, commands: outgoing, claims: new ClaimOfferRepository(pool), limits: mqtt, log }) };
}
