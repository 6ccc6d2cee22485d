import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';

/** How much the MQTT door lets one client do. */
export interface MqttSettings {
  readonly maxConnections: number;
  /** Connections of one machine at once, under different client ids. */
  readonly maxClientsPerMachine: number;
  readonly maxPacketBytes: number;
  /** A CONNECT, will included: all that is kept of whoever shows no token yet. */
  readonly maxConnectBytes: number;
  /** Connections of one address that were not let in yet. */
  readonly maxNewcomersPerAddress: number;
  readonly messagesPerSecond: number;
  /** Messages of one client not yet answered: MQTT 5 clients are told, the others are read no further. */
  readonly receiveMaximum: number;
  readonly topicAliasMaximum: number;
  readonly maxClientIdLength: number;
  /** QoS 2 messages of one session between PUBLISH and PUBREL; one that goes on may have its last connection's beside its own. */
  readonly maxIncoming: number;
  readonly maxSubscriptions: number;
  /** Messages to one machine that wait to be sent or acknowledged. */
  readonly maxOutgoing: number;
  /** How long a session is kept without a connection, whatever its client asks. */
  readonly maxSessionExpiryMs: number;
  /** Sessions kept, and wills that wait, of one machine: a token whose client takes a new id each time fills no more than its own share. */
  readonly maxKeptPerMachine: number;
  readonly maxKeptSessions: number;
  /** Bytes of all wills that wait. */
  readonly maxWaitingWillBytes: number;
  /** Given to clients of MQTT 5 that ask for none, in seconds. */
  readonly serverKeepAliveS: number;
  /** How long a connection may take to say CONNECT. */
  readonly connectTimeoutMs: number;
  /** How often every open connection's token is looked up again, beside what is announced. */
  readonly revalidateMs: number;
}

export const DEFAULT_MQTT_SETTINGS: MqttSettings = {
  maxConnections: 20_000,
  maxClientsPerMachine: 32,
  maxPacketBytes: 262_144,
  maxConnectBytes: 32_768,
  maxNewcomersPerAddress: 2_048,
  messagesPerSecond: 5_000,
  receiveMaximum: 8_192,
  topicAliasMaximum: 32,
  maxClientIdLength: 256,
  maxIncoming: 16_384,
  maxSubscriptions: 16,
  maxOutgoing: 32,
  maxSessionExpiryMs: HOUR_MS,
  maxKeptPerMachine: 32,
  maxKeptSessions: 20_000,
  maxWaitingWillBytes: 16 * 1_024 * 1_024,
  serverKeepAliveS: 300,
  connectTimeoutMs: 10 * SECOND_MS,
  revalidateMs: MINUTE_MS,
};
