import { AppError, forbidden, limited } from '@tenon/kernel';
import type { ChildState } from './child-device.repository.js';

/** Why a gateway may not speak for a machine; null where that is not said yet. */
export function childRefusal({ mode, deviceId, isRetired, name, code, details }: ChildState): AppError | null {
  if (mode === 'none') return forbidden('CHILD.NOT_A_GATEWAY', 'This machine is not a gateway: it speaks for itself alone.', { name });
  if (isRetired) return forbidden('AUTH.DEVICE_RETIRED', 'This machine is out of use; bring it back on its page before its gateway speaks for it again.', { name });
  if (deviceId !== null) return null;
  if (mode === 'listed') return forbidden('CHILD.NOT_LISTED', 'No such machine was put behind this gateway.', { name });
  if (code === null) return null;
  if (code === 'QUOTA.REACHED') return limited('CHILD.NO_ROOM', 'The plan has no room for another machine.', { ...details, name });
  if (code === 'DEVICE.NAME_TAKEN') return forbidden('CHILD.NAME_TAKEN', 'Another machine of the company has this name; it was not put behind this gateway.', { name });
  return new AppError('forbidden', 'CHILD.REFUSED', 'The machine could not be added.', { ...details, name, reason: code });
}

/** The refusal of a gateway that speaks of more new machines than are added in a moment. */
export function tooManyChildren(limit: number): AppError {
  return limited('CHILD.TOO_MANY_AT_ONCE', `At most ${limit} new machines of a gateway wait to be added.`, { limit });
}
