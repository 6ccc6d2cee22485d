import { CONSEQUENCES } from './consequences.js';
import type { Place, Suspension } from './standing.js';

/** What keeps a company from changing anything. */
export type Halt = Suspension | 'closed' | 'erased';

/** The way out, which a closed company keeps: to know where it stands, what it owes and what was done, to take everything along, to leave, and to come back. */
const WAY_OUT = ['tenant:read', 'tenant:close', 'tenant:export', 'role:read', 'billing:read', 'audit:read'];
/** What ends a halt that is about money: choosing a plan, and seeing to bills. The office's own suspension is ended by the office. */
const WAY_BACK = ['billing:manage'];

/** What keeps a company that stands here from changing anything; null where nothing does. */
export function haltOf({ state, because }: Place): Halt | null {
  if (CONSEQUENCES[state].writes) return null;
  if (state === 'closed' || state === 'erased') return state;
  return because ?? 'office';
}

function isLeft(permission: string, halt: Halt, isReadingAll: boolean): boolean {
  if (WAY_OUT.includes(permission) || (isReadingAll && permission.endsWith(':read'))) return true;
  return halt !== 'office' && WAY_BACK.includes(permission);
}

/**
 * What is left of permissions in a company that stands here: all where it may write, else what reads, or the way out alone, with the
 * way back.
 */
export function permissionsLeft(granted: readonly string[], place: Place): ReadonlySet<string> {
  const halt = haltOf(place);
  if (halt === null) return new Set(granted);
  const { reads } = CONSEQUENCES[place.state];
  return new Set(reads === 'nothing' ? [] : granted.filter((permission) => isLeft(permission, halt, reads === 'all')));
}
