import { OWNER_ONLY } from './roles.js';

/** Why a person may do something, or may not. */
export type AccessReason = 'granted-by-role' | 'not-in-role' | 'owner-only' | 'company-suspended';

/** One permission, and how a person stands to it. */
export interface Access {
  readonly permission: string;
  readonly isAllowed: boolean;
  readonly reason: AccessReason;
}

function reasonOf(permission: string, isInRole: boolean, isAllowed: boolean): AccessReason {
  if (isAllowed) return 'granted-by-role';
  if (isInRole) return 'company-suspended';
  return OWNER_ONLY.includes(permission) ? 'owner-only' : 'not-in-role';
}

/**
 * How a person with this role stands to every permission, in the vocabulary's order, and why.
 * @param granted what the role gives
 * @param allowed what is left of it where the company stands
 * @param all the tenant permission vocabulary
 */
export function explainAccess(granted: readonly string[], allowed: ReadonlySet<string>, all: readonly string[]): readonly Access[] {
  return all.map((permission) => {
    const isAllowed = allowed.has(permission);
    return { permission, isAllowed, reason: reasonOf(permission, granted.includes(permission), isAllowed) };
  });
}
