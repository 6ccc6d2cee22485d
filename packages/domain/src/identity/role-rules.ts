import { invalid } from '@tenon/kernel';

/** Whoever has this value in a claim gets this role. */
export interface RoleRule<Role> {
  readonly value: string;
  readonly role: Role;
}

/** Most rules that a company has. */
export const MOST_ROLE_RULES = 20;
const LONGEST = 200;
/** Claims are named by words, or by addresses where they are somebody's own. @see OpenID Connect Core 1.0, 5.1.2 */
const CLAIM = /^[\w.:/#-]{1,200}$/;

const malformed = (field: string) => invalid('SSO.RULES', `Rules name a claim, and up to ${MOST_ROLE_RULES} different values of it.`, { field, limit: MOST_ROLE_RULES });

/** The claim's name and the values that rules are about, trimmed. Without rules there is no claim. @throws AppError (invalid) SSO.RULES */
export function readRoleRules<Role>(claim: string | null, rules: readonly RoleRule<Role>[]): { claim: string | null; rules: readonly RoleRule<Role>[] } {
  if (rules.length === 0) return { claim: null, rules };
  const [name, read] = [claim?.trim() ?? '', rules.map(({ value, role }) => ({ value: value.trim(), role }))];
  if (!CLAIM.test(name)) throw malformed('claim');
  const values = new Set(read.map(({ value }) => value));
  const areGood = read.every(({ value }) => value !== '' && value.length <= LONGEST);
  if (!areGood || values.size < read.length || read.length > MOST_ROLE_RULES) throw malformed('value');
  return { claim: name, rules: read };
}

/** The texts that a claim holds: one, or a list of them; whatever else it holds is none. */
export function claimTexts(claim: unknown): readonly string[] {
  const each: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return each.filter((value) => typeof value === 'string');
}

/** The role of the first rule that fits, in the order in which the owner put them; without one, the one for everybody. */
export function roleByRules<Role>(standard: Role, rules: readonly RoleRule<Role>[], values: readonly string[]): Role {
  return rules.find(({ value }) => values.includes(value))?.role ?? standard;
}
