import type { Credential, DeviceRef, HandOver, PresenceRecorder } from '@tenon/devices/ingest';
import type { SparkplugTopic } from '@tenon/domain/sparkplug';
import type { IDisconnectPacket, IPubrelPacket, Packet } from 'mqtt-packet';
import { SECOND_MS } from '@tenon/kernel';
import { ChildLines } from '../children/child-lines.js';
import type { SpeakingGateway } from '../children/gateway-messages.js';
import type { EdgeDone } from '../sparkplug/edge-line.js';
import type { ConnectTerms, Will } from './connect-rules.js';
import type { Connection } from './connection.js';
import { decodePacket, encodePacket, PINGRESP } from './control-packets.js';
import type { ProtocolVersion } from './protocol-version.js';
import { readPublish, readPublishHead } from './publish-packet.js';
import { Publishing, type Publisher, type PublishingParts } from './publishing.js';
import { DISCONNECT_WITH_WILL, ProtocolFault, REASON } from './reason.js';
import { Receiving, type ReceivingParts } from './receiving.js';
import type { Session } from './session.js';
import { sessionKey } from './session.js';

const PUBLISH = 3;
const PUBREL = 6;
const PINGREQ = 12;

function packetType(bytes: Buffer, start: number): number {
  return (bytes[start] ?? 0) >> 4;
}

export interface ClientParts extends PublishingParts, ReceivingParts {
  /** By what it was let in, to look it up again. */
  readonly credential: Credential;
  readonly presence: PresenceRecorder;
}

/** A machine that was let in, on one connection. */
export class Client implements Publisher {
  readonly key: string;
  readonly device: DeviceRef;
  readonly credential: Credential;
  readonly session: Session;
  /** What is to be sent in its name if the connection breaks. */
  will: Will | null;
  private readonly connection: Connection;
  private readonly version: ProtocolVersion;
  private readonly terms: ConnectTerms;
  private readonly publishing: Publishing;
  private readonly receiving: Receiving;
  // Few machines are gateways.
  private asGateway: (SpeakingGateway & { readonly lines: ChildLines }) | null = null;

  constructor(private readonly parts: ClientParts) {
    this.device = parts.device;
    this.credential = parts.credential;
    this.session = parts.session;
    this.connection = parts.connection;
    this.version = parts.version;
    this.terms = parts.terms;
    this.will = parts.terms.will;
    this.key = sessionKey(parts.device.deviceId, parts.session.clientId);
    this.receiving = new Receiving(parts, () => this.asGateway?.lines.attendAll());
    this.publishing = new Publishing(parts, this);
  }

  answer(topic: string, payload: string, correlationData: Buffer | undefined): boolean {
    return this.receiving.answer(topic, payload, correlationData);
  }

  sendUnder(filters: readonly string[], topic: string, payload: string | Buffer, correlationData: Buffer | undefined): Promise<HandOver> | null {
    return this.receiving.sendUnder(filters, topic, payload, correlationData);
  }

  /** What it is where it speaks for others. */
  gateway(): SpeakingGateway {
    const { device, parts, connection, receiving } = this;
    return (this.asGateway ??= {
      device,
      connection: receiving,
      lines: new ChildLines(parts, receiving),
      charge: (readings) => parts.bucket.owe(readings),
      slowDown: (isSlow) => (isSlow ? connection.hold('children') : connection.release('children')),
    });
  }

  /** What stands behind it is other: those who are still there say so with their next message. */
  forgetChildren(): void {
    this.asGateway?.lines.disconnectAll();
  }

  hearEdge(topic: SparkplugTopic, bytes: Uint8Array, done: EdgeDone): number {
    return this.receiving.hearEdge(topic, bytes, done);
  }

  /** The gateway goes. */
  sayGoodbye(): void {
    this.receiving.sayGoodbye();
  }

  /** It was welcomed: what waits for it may come. */
  start(): void {
    this.receiving.start();
  }

  /** Its connection ended. */
  stop(): void {
    this.forgetChildren();
    this.receiving.stop();
  }

  /** Takes one whole packet. @throws ProtocolFault */
  onFrame(bytes: Buffer, start: number, bodyStart: number, end: number): void {
    const type = packetType(bytes, start);
    if (type === PUBLISH) return this.publishing.take(bytes, readPublish(bytes, start, bodyStart, end, this.version));
    // A PUBREL ends a message that was charged; one that ends none is charged where that is known.
    if (type !== PUBREL) this.publishing.charge();
    // PINGREQ is two bytes; it is most of what is not PUBLISH, and reading it by the book takes several times as long as answering it.
    if (type === PINGREQ && bytes[start] === PINGREQ << 4 && bodyStart === end) return this.connection.write(PINGRESP);
    this.onPacket(decodePacket(bytes.subarray(start, end), this.version));
  }

  /** Whether it was silent for one and a half times what it promised. @see MQTT 3.1.1, section 3.1.2.10 */
  isSilent(nowMs: number): boolean {
    const allowedMs = this.terms.keepAliveS * SECOND_MS * 1.5;
    return allowedMs > 0 && !this.connection.isHeld && nowMs - this.connection.lastReadAtMs > allowedMs;
  }

  /** Ends the connection from this side. Only MQTT 5 has a packet to say why. */
  disconnect(reasonCode: number): void {
    this.receiving.leave();
    this.connection.end(this.version === 5 ? encodePacket({ cmd: 'disconnect', reasonCode }, 5) : undefined);
  }

  /** Reads nothing more, and ends the connection once all it sent is answered, so that it sends none of it again. */
  leaveWhenAnswered(reasonCode: number): void {
    this.connection.hold('leaving');
    this.publishing.whenAnswered(() => this.disconnect(reasonCode));
  }

  hold(): void {
    this.connection.hold('pressure');
  }

  release(): void {
    this.connection.release('pressure');
  }

  /** Acknowledges a PUBLISH that was passed over for its size. @returns whether its start is such a PUBLISH */
  skip(head: Buffer, bodyStart: number): boolean {
    if (packetType(head, 0) !== PUBLISH) return false;
    try {
      this.publishing.skip(readPublishHead(head, 0, bodyStart, head.length));
      return true;
    } catch {
      return false;
    }
  }

  private onPacket(packet: Packet): void {
    switch (packet.cmd) {
      case 'pubrel':
        return this.onPubrel(packet);
      case 'subscribe':
        return this.receiving.subscribe(packet);
      case 'unsubscribe':
        return this.receiving.unsubscribe(packet);
      case 'disconnect':
        return this.onDisconnect(packet);
      case 'puback':
      case 'pubrec':
      case 'pubcomp':
        return this.session.outgoing.onPacket(packet);
      default:
        throw new ProtocolFault(REASON.protocolError, `A client does not send ${packet.cmd.toUpperCase()} here.`);
    }
  }

  private onPubrel({ messageId = 0 }: IPubrelPacket): void {
    const isKnown = this.publishing.release(messageId);
    if (!isKnown) this.publishing.charge();
    this.connection.send({ cmd: 'pubcomp', messageId, ...(this.version === 5 ? { reasonCode: isKnown ? REASON.success : REASON.noSuchPacketId } : {}) }, this.version);
  }

  private onDisconnect(packet: IDisconnectPacket): void {
    const asked = packet.properties?.sessionExpiryInterval;
    if (asked !== undefined && asked > 0 && this.session.expiryMs === 0) {
      throw new ProtocolFault(REASON.protocolError, 'A session that ends with its connection cannot be kept.');
    }
    if (asked !== undefined) this.session.expiryMs = Math.min(asked * SECOND_MS, this.parts.settings.maxSessionExpiryMs);
    if (packet.reasonCode !== DISCONNECT_WITH_WILL) this.will = null;
    this.connection.end();
  }
}

