import type { AppError } from '@tenon/kernel';
import type { ProtocolVersion } from './protocol-version.js';
import { REASON } from './reason.js';

/** What a PUBACK or PUBREC of MQTT 5 says of a message that was not stored. */
export function publishReason(error: AppError): number {
  if (error.code === 'TOPIC.UNKNOWN') return REASON.badTopicName;
  if (error.kind === 'limited') return REASON.quotaExceeded;
  if (error.kind === 'forbidden') return REASON.notAuthorized;
  return error.kind === 'invalid' ? REASON.badPayload : REASON.implementation;
}

/**
 * Why a connection cannot go on after such an error, or `null` where it can: the message must be sent again elsewhere or later. A fault of ours is
 * told in MQTT 5; before, an acknowledgement would say that the message is stored, and it would be lost.
 */
export function disconnectReason(error: AppError, version: ProtocolVersion): number | null {
  if (error.kind === 'unavailable') return REASON.busy;
  if (error.kind === 'bug' && version !== 5) return REASON.implementation;
  return error.kind === 'not-found' ? REASON.notAuthorized : null;
}

const NO_LONGER = new Set(['AUTH.TOKEN_REVOKED', 'AUTH.CERTIFICATE_REVOKED', 'AUTH.CERTIFICATE_EXPIRED']);

/** What a client is told whose token or certificate does not let it in, or no longer does. */
export function admissionReasons(error: AppError): { readonly connack: number; readonly disconnect: number } {
  if (error.code === 'AUTH.TENANT_SUSPENDED' || error.code === 'AUTH.DEVICE_RETIRED') return { connack: REASON.banned, disconnect: REASON.administrative };
  if (NO_LONGER.has(error.code)) return { connack: REASON.notAuthorized, disconnect: REASON.notAuthorized };
  return { connack: REASON.badCredential, disconnect: REASON.notAuthorized };
}
