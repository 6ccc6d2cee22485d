import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { OWNER_ONLY, ownRolePermissions, withReading } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import type { RoleWords } from '../persistence/role.repository.js';

const LONGEST_NAME = 40;
const LONGEST_DESCRIPTION = 200;

/** What somebody asks a role of the company's own to be. */
export interface WantedRole {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly permissions: readonly string[];
}

/**
 * A role as it is kept: trimmed, and with the reading that its other permissions need.
 * @throws AppError (invalid) ROLE.NAME_REQUIRED, ROLE.NAME_TOO_LONG, ROLE.DESCRIPTION_TOO_LONG, ROLE.PERMISSION_UNKNOWN, ROLE.OWNER_ONLY
 */
export function readRole(wanted: WantedRole): RoleWords {
  const [name, description] = [wanted.name.trim(), wanted.description?.trim() ?? ''];
  if (name === '') throw invalid('ROLE.NAME_REQUIRED', 'The role needs a name.');
  if (name.length > LONGEST_NAME) throw invalid('ROLE.NAME_TOO_LONG', `The name is longer than ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  if (description.length > LONGEST_DESCRIPTION) throw invalid('ROLE.DESCRIPTION_TOO_LONG', `The description is longer than ${LONGEST_DESCRIPTION} characters.`, { limit: LONGEST_DESCRIPTION });
  return { name, description, permissions: readPermissions(wanted.permissions) };
}

function readPermissions(wanted: readonly string[]): readonly string[] {
  const vocabulary: readonly string[] = TENANT_PERMISSIONS;
  const unknown = wanted.filter((permission) => !vocabulary.includes(permission));
  if (unknown.length > 0) throw invalid('ROLE.PERMISSION_UNKNOWN', 'There is no such permission.', { permissions: unknown });
  const forOwners = wanted.filter((permission) => OWNER_ONLY.includes(permission));
  if (forOwners.length > 0) throw invalid('ROLE.OWNER_ONLY', 'Only owners hold this permission.', { permissions: forOwners });
  return ownRolePermissions(withReading(wanted, vocabulary), vocabulary);
}
