import type { IPublishPacket } from 'mqtt-packet';
import { decodePacket } from './control-packets.js';
import type { ProtocolVersion } from './protocol-version.js';
import { ProtocolFault, REASON } from './reason.js';

/** A PUBLISH as it arrived. */
export interface Publish {
  readonly topic: string;
  readonly qos: 0 | 1 | 2;
  /** 0 where QoS is 0. */
  readonly packetId: number;
  readonly isDuplicate: boolean;
  /** Where its payload lies in the bytes it was read from: a view of its own would cost more than reading it. */
  readonly payloadStart: number;
  readonly payloadEnd: number;
  readonly properties: IPublishPacket['properties'];
}

function short(message = 'A PUBLISH packet ends before its fields do.'): ProtocolFault {
  return new ProtocolFault(REASON.malformed, message);
}

/** Reads the topic and packet id of a PUBLISH of which only the start is there. @throws ProtocolFault */
export function readPublishHead(bytes: Buffer, start: number, bodyStart: number, end: number): Publish {
  const flags = bytes[start] ?? 0;
  const qos = (flags >> 1) & 3;
  if (qos === 3) throw short('A PUBLISH packet has QoS 3.');
  if (bodyStart + 2 > end) throw short();
  const topicEnd = bodyStart + 2 + bytes.readUInt16BE(bodyStart);
  if (topicEnd + (qos > 0 ? 2 : 0) > end) throw short();
  const topic = bytes.toString('utf8', bodyStart + 2, topicEnd);
  if (qos === 0) return { topic, qos, packetId: 0, isDuplicate: false, payloadStart: topicEnd, payloadEnd: end, properties: undefined };
  const packetId = bytes.readUInt16BE(topicEnd);
  if (packetId === 0) throw short('A PUBLISH packet has the packet identifier 0.');
  return { topic, qos: qos as 1 | 2, packetId, isDuplicate: (flags & 8) !== 0, payloadStart: topicEnd + 2, payloadEnd: end, properties: undefined };
}

/**
 * Reads a whole PUBLISH. By hand, because it is nearly all a gateway reads: `mqtt-packet` takes several times as long. What a PUBLISH of MQTT 5 seldom has,
 * properties, is left to it.
 * @throws ProtocolFault
 */
export function readPublish(bytes: Buffer, start: number, bodyStart: number, end: number, version: ProtocolVersion): Publish {
  const publish = readPublishHead(bytes, start, bodyStart, end);
  if (version !== 5) return publish;
  if (publish.payloadStart >= end) throw short();
  if (bytes[publish.payloadStart] === 0) return { ...publish, payloadStart: publish.payloadStart + 1 };
  const packet = decodePacket(bytes.subarray(start, end), version);
  if (packet.cmd !== 'publish') throw short();
  return { ...publish, payloadStart: end - packet.payload.length, properties: packet.properties };
}
