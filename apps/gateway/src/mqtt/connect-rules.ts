import { randomBytes } from 'node:crypto';
import type { IConnackPacket, IConnectPacket, UserProperties } from 'mqtt-packet';
import { SECOND_MS } from '@tenon/kernel';
import type { MqttSettings } from './door-settings.js';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON } from './reason.js';

/** The message a client leaves to be sent when its connection breaks. */
export interface Will {
  readonly topic: string;
  readonly payload: Buffer;
  readonly delayMs: number;
}

/** What a CONNECT asks for, as far as it is granted. */
export interface ConnectTerms {
  readonly clientId: string;
  readonly isClientIdAssigned: boolean;
  readonly isClean: boolean;
  readonly keepAliveS: number;
  readonly sessionExpiryMs: number;
  readonly will: Will | null;
  /** Whether all it publishes is history, by the user property `tenon-history: 1`. */
  readonly isHistory: boolean;
  /** Whether it wants to be told in words what was wrong. */
  readonly wantsReasons: boolean;
  /** Messages to it that may wait for its acknowledgement at once. */
  readonly receiveMaximum: number;
  /** Bytes of one packet to it. */
  readonly maxPacketBytes: number;
}

/** Why a CONNECT is refused before anybody looks at its token: an MQTT 5 reason, or `null`. */
export function connectFault(packet: IConnectPacket, version: ProtocolVersion, settings: MqttSettings): number | null {
  if (packet.clientId.length > settings.maxClientIdLength) return REASON.badClientId;
  // Without an id there is no finding a session again. @see MQTT 3.1.1, section 3.1.3.1
  if (packet.clientId === '' && version !== 5 && packet.clean !== true) return REASON.badClientId;
  return packet.properties?.authenticationMethod === undefined ? null : REASON.badAuthMethod;
}

/** Whether `tenon-history: 1` stands among the user properties. */
export function saysHistory(properties: UserProperties | undefined): boolean {
  return properties?.['tenon-history'] === '1';
}

function expiryMs(packet: IConnectPacket, version: ProtocolVersion, settings: MqttSettings): number {
  if (version !== 5) return packet.clean === true ? 0 : settings.maxSessionExpiryMs;
  return Math.min((packet.properties?.sessionExpiryInterval ?? 0) * SECOND_MS, settings.maxSessionExpiryMs);
}

function willOf({ will }: IConnectPacket): Will | null {
  if (!will) return null;
  return { topic: will.topic, payload: Buffer.from(will.payload), delayMs: (will.properties?.willDelayInterval ?? 0) * SECOND_MS };
}

/** What the client takes at once. */
function allowance({ properties }: IConnectPacket, { maxOutgoing }: MqttSettings): Pick<ConnectTerms, 'receiveMaximum' | 'maxPacketBytes'> {
  return { receiveMaximum: Math.min(properties?.receiveMaximum ?? Infinity, maxOutgoing), maxPacketBytes: properties?.maximumPacketSize ?? Infinity };
}

/** Reads the terms of a CONNECT that {@link connectFault} lets pass. */
export function connectTerms(packet: IConnectPacket, version: ProtocolVersion, settings: MqttSettings): ConnectTerms {
  const asked = packet.keepalive ?? 0;
  return {
    clientId: packet.clientId || `tenon-${randomBytes(9).toString('base64url')}`,
    isClientIdAssigned: packet.clientId === '',
    isClean: packet.clean === true,
    keepAliveS: asked === 0 && version === 5 ? settings.serverKeepAliveS : asked,
    sessionExpiryMs: expiryMs(packet, version, settings),
    will: willOf(packet),
    isHistory: saysHistory(packet.properties?.userProperties),
    wantsReasons: packet.properties?.requestProblemInformation !== false && (packet.properties?.maximumPacketSize ?? Infinity) >= 1_024,
    ...allowance(packet, settings),
  };
}

/** The CONNACK that lets a client in. */
export function connackOf(packet: IConnectPacket, terms: ConnectTerms, version: ProtocolVersion, isPresent: boolean, settings: MqttSettings): IConnackPacket {
  if (version !== 5) return { cmd: 'connack', returnCode: 0, sessionPresent: isPresent && version === 4 };
  const asked = (packet.properties?.sessionExpiryInterval ?? 0) * SECOND_MS;
  return {
    cmd: 'connack',
    reasonCode: REASON.success,
    sessionPresent: isPresent,
    properties: {
      receiveMaximum: settings.receiveMaximum,
      maximumPacketSize: settings.maxPacketBytes,
      topicAliasMaximum: settings.topicAliasMaximum,
      sharedSubscriptionAvailable: false,
      ...(terms.isClientIdAssigned ? { assignedClientIdentifier: terms.clientId } : {}),
      ...(asked === terms.sessionExpiryMs ? {} : { sessionExpiryInterval: terms.sessionExpiryMs / SECOND_MS }),
      ...((packet.keepalive ?? 0) === terms.keepAliveS ? {} : { serverKeepAlive: terms.keepAliveS }),
    },
  };
}
