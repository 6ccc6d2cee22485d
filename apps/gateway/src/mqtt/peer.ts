import type { IConnectPacket } from 'mqtt-packet';
import type { Client } from './client.js';
import { Connection } from './connection.js';
import type { Guest } from './guest.js';
import { decodePacket, encodePacket } from './control-packets.js';
import type { FrameSink } from './frame-reader.js';
import type { PeerStream } from './peer-stream.js';
import { protocolVersion, type ProtocolVersion } from './protocol-version.js';
import { ProtocolFault, REASON, returnCode } from './reason.js';

const CONNECT = 1;

/** What the door does for a connection. */
export interface PeerHost {
  readonly maxConnectBytes: number;
  /** Judges a CONNECT; the connection is not read meanwhile. Answers CONNACK itself. */
  admit(peer: Peer, packet: IConnectPacket, version: ProtocolVersion): void;
  /** A message above the limit, from a client that was let in. */
  onTooLarge(client: Client, head: Buffer, size: number): void;
  /** Bytes that break the protocol, from anybody. */
  onFault(client: Client | null, fault: ProtocolFault, sample: Buffer): void;
  onClosed(peer: Peer): void;
}

/** Whoever is at the other end of a connection: nobody yet, until its CONNECT is judged, then a {@link Client}. */
export class Peer implements FrameSink {
  readonly connection: Connection;
  readonly openedAtMs = Date.now();
  client: Client | null = null;
  /** Who has no credentials yet, and may ask for some. */
  guest: Guest | null = null;
  private version: ProtocolVersion = 4;
  private hasConnected = false;

  constructor(
    stream: PeerStream,
    private readonly host: PeerHost,
  ) {
    // Itself, and no functions made for it: there is one for each of many thousand connections.
    this.connection = new Connection(stream, host.maxConnectBytes, this);
  }

  get address(): string {
    return this.connection.address;
  }

  /** Says no to a CONNECT, in the words of its version. */
  refuse(reasonCode: number): void {
    const connack = { cmd: 'connack', sessionPresent: false } as const;
    this.connection.end(encodePacket(this.version === 5 ? { ...connack, reasonCode } : { ...connack, returnCode: returnCode(reasonCode) }, this.version));
  }

  onClosed(): void {
    this.host.onClosed(this);
  }

  onMalformed(message: string): void {
    this.fail(new ProtocolFault(REASON.malformed, message), Buffer.alloc(0));
  }

  onFrame(bytes: Buffer, start: number, bodyStart: number, end: number): void {
    try {
      if (this.client) this.client.onFrame(bytes, start, bodyStart, end);
      else if (this.guest) this.guest.onFrame(bytes.subarray(start, end));
      else this.onFirst(bytes, start, bodyStart, end);
    } catch (error) {
      // A fault of ours in one packet ends that connection, not the process.
      const fault = error instanceof ProtocolFault ? error : new ProtocolFault(REASON.implementation, 'The packet could not be handled.', { cause: error });
      this.fail(fault, bytes.subarray(start, end));
    }
  }

  private onFirst(bytes: Buffer, start: number, bodyStart: number, end: number): void {
    if ((bytes[start] ?? 0) >> 4 !== CONNECT || this.hasConnected) throw new ProtocolFault(REASON.protocolError, 'A connection begins with CONNECT.');
    this.version = protocolVersion(bytes, bodyStart, end);
    const packet = decodePacket(bytes.subarray(start, end), this.version);
    if (packet.cmd !== 'connect') throw new ProtocolFault(REASON.malformed, 'A CONNECT packet cannot be read.');
    this.hasConnected = true;
    this.connection.hold('admission');
    this.host.admit(this, packet, this.version);
  }

  /** MQTT 5 clients were told the limit and are sent away; the others cannot know it, and are answered so that they do not try for ever. */
  onTooLarge(head: Buffer, bodyStart: number, size: number): void {
    const { client } = this;
    if (!client) return this.fail(new ProtocolFault(REASON.packetTooLarge, 'The first packet is too large.'), head);
    this.host.onTooLarge(client, head, size);
    if (this.version === 5 || !client.skip(head, bodyStart)) client.disconnect(REASON.packetTooLarge);
  }

  private fail(fault: ProtocolFault, sample: Buffer): void {
    this.host.onFault(this.client, fault, sample);
    if (this.client) return this.client.disconnect(fault.reason);
    if (this.guest) return this.guest.disconnect(fault.reason);
    // A version that is not spoken here is told so in the one form that all understand; to what is no MQTT there is nothing to say.
    if (fault.reason === REASON.unsupportedVersion) return this.refuse(fault.reason);
    this.connection.end();
  }
}
