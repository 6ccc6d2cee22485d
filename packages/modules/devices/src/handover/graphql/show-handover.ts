import { handoverState } from '@tenon/domain/devices';
import type { ClaimableDevice, DeviceHandover, HandoverState, HandoverWay } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { HandoverRow } from '../persistence/handover.repository.js';
import type { OpenHandover } from '../persistence/taking.repository.js';

/** A release in the words of the schema. */
export function showHandover({ id, way, keepsCredentials, createdAt, expiresAt, secretUntil, withdrawnAt, takenAt, takerName }: HandoverRow): DeviceHandover {
  const state = handoverState({ takenAtMs: takenAt?.getTime() ?? null, withdrawnAtMs: withdrawnAt?.getTime() ?? null, expiresAtMs: expiresAt.getTime() }, Date.now());
  return {
    ...{ id, keepsCredentials, takenBy: takerName },
    way: way.toUpperCase() as HandoverWay,
    state: state.toUpperCase() as HandoverState,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    offeredUntil: secretUntil && instantText(secretUntil),
    takenAt: takenAt && instantText(takenAt),
  };
}

/** What may be taken over, in the words of the schema. */
export function showClaimable({ name, companyName, gatewayMode, keepsCredentials, expiresAt }: OpenHandover): ClaimableDevice {
  return { name, company: companyName, isGateway: gatewayMode !== 'none', keepsCredentials, expiresAt: instantText(expiresAt) };
}
