import mqttPacket, { type Packet } from 'mqtt-packet';
import type { ProtocolVersion } from './protocol-version.js';
import { ProtocolFault, REASON } from './reason.js';

// It would make a buffer for each of 65,536 numbers beforehand; the few packets it writes here do not need them.
mqttPacket.writeToStream.cacheNumbers = false;

/** Reads one whole packet. @throws ProtocolFault */
export function decodePacket(frame: Buffer, version: ProtocolVersion): Packet {
  let packet: Packet | undefined;
  const parser = mqttPacket.parser({ protocolVersion: version });
  parser.on('packet', (read) => (packet ??= read));
  let fault = 'The packet ends before its fields do.';
  parser.on('error', (error: Error) => (fault = error.message));
  try {
    parser.parse(frame);
  } catch (error) {
    // Some lengths inside a packet are believed before they are checked.
    fault = error instanceof Error ? error.message : fault;
  }
  if (!packet || !hasItsId(packet)) throw new ProtocolFault(REASON.malformed, fault);
  return packet;
}

const WITH_ID: ReadonlySet<string> = new Set(['puback', 'pubrec', 'pubrel', 'pubcomp', 'subscribe', 'unsubscribe']);

/** The parser lets packets pass that end before their identifier. */
function hasItsId({ cmd, messageId = 0 }: Packet): boolean {
  return !WITH_ID.has(cmd) || messageId > 0;
}

/** The bytes of a packet. */
export function encodePacket(packet: Packet, version: ProtocolVersion): Buffer {
  return mqttPacket.generate(packet, { protocolVersion: version });
}

/** PINGRESP, the same each time. */
export const PINGRESP = Buffer.from([0xd0, 0]);

const ACKS = { puback: 0x40, pubrec: 0x50, pubcomp: 0x70 } as const;

/** A PUBACK, PUBREC or PUBCOMP that says all is well: four bytes in every version. */
export function writeAck(kind: keyof typeof ACKS, packetId: number, into: Buffer, at: number): number {
  into[at] = ACKS[kind];
  into[at + 1] = 2;
  into[at + 2] = packetId >> 8;
  into[at + 3] = packetId & 0xff;
  return at + 4;
}
