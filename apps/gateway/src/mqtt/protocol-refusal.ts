import { invalid, type AppError } from '@tenon/kernel';
import type { ProtocolFault } from './reason.js';

/** A broken packet, as its machine's owner sees it. */
export function protocolRefusal({ message, reason }: ProtocolFault): AppError {
  return invalid('MQTT.PROTOCOL_ERROR', message, { fault: message.slice(0, 256), reason: `0x${reason.toString(16)}` });
}
