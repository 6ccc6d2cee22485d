import { ProtocolFault, REASON } from './reason.js';

/** MQTT 3.1, 3.1.1 and 5, by the number each gives itself. */
export type ProtocolVersion = 3 | 4 | 5;

// A Mosquitto bridge sets the highest bit.
const BRIDGE_BIT = 0x80;
const LEVELS = new Map<string, readonly number[]>([['MQIsdp', [3]], ['MQTT', [4, 5]]]);

/**
 * Which protocol a CONNECT speaks, before the rest of it is read.
 * @throws ProtocolFault unsupportedVersion for an MQTT that is not known here; malformed for what is no MQTT
 */
export function protocolVersion(bytes: Buffer, bodyStart: number, end: number): ProtocolVersion {
  const nameEnd = bodyStart + 2 + (bodyStart + 2 <= end ? bytes.readUInt16BE(bodyStart) : Infinity);
  if (nameEnd + 1 > end) throw new ProtocolFault(REASON.malformed, 'A CONNECT packet ends before its protocol level.');
  const levels = LEVELS.get(bytes.toString('latin1', bodyStart + 2, nameEnd));
  if (!levels) throw new ProtocolFault(REASON.malformed, 'A CONNECT packet names no MQTT.');
  const level = (bytes[nameEnd] ?? 0) & ~BRIDGE_BIT;
  if (!levels.includes(level)) throw new ProtocolFault(REASON.unsupportedVersion, `MQTT level ${level} is not spoken here.`);
  return level as ProtocolVersion;
}
