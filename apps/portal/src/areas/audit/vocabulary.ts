import type { Path } from './changes';

/** From which list of codes a value in a trail is; `time`, `number` and `truth` are none, and have a form of their own. */
export type Vocabulary = 'role' | 'permission' | 'district' | 'industry' | 'quantity' | 'stamp' | 'kind' | 'because' | 'access' | 'endedBy' | 'review' | 'format' | 'action' | 'who' | 'thing' | 'hours' | 'time' | 'number' | 'truth';

const OF_FIELD: Readonly<Record<string, Vocabulary>> = {
  role: 'role',
  permissions: 'permission',
  grantedScopes: 'permission',
  revokedScopes: 'permission',
  district: 'district',
  industry: 'industry',
  quantity: 'quantity',
  intervalStamp: 'stamp',
  kind: 'kind',
  because: 'because',
  access: 'access',
  endedBy: 'endedBy',
  review: 'review',
  format: 'format',
  actions: 'action',
  actorKind: 'who',
  subjectKind: 'thing',
  hours: 'hours',
  employees: 'number',
  yearlyRevenueYuan: 'number',
  entries: 'number',
};

/** What these tell is a role, though none of its names says so. */
const OF_ROLES: ReadonlySet<string> = new Set(['member.role-changed', 'tenant.transferred']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** From which list a value is that an entry tells; null where it says what it says. */
export function vocabularyOf(action: string, path: Path, value: unknown): Vocabulary | null {
  const name = path.at(-1) ?? '';
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'string' && INSTANT.test(value)) return 'time';
  if (Object.hasOwn(OF_FIELD, name)) return OF_FIELD[name] ?? null;
  return OF_ROLES.has(action) && !name.endsWith('Id') ? 'role' : null;
}

/** The name of the field that a thing's own value is of. */
export function ownField(action: string): string {
  return action === 'member.role-changed' ? 'role' : 'name';
}
