import type { TenantTx } from '@tenon/db';
import { DEFAULT_SILENCE_LIMITS, type ConnectionState } from '@tenon/domain/devices';
import type { PageRequest } from '@tenon/nest';
import type { DeviceRow } from './device-row.js';

/** Which machines a list is about. */
export interface DeviceFilter {
  /** Part of the name. */
  readonly search: string;
  readonly connection?: ConnectionState | null | undefined;
}

/** A machine as a list's statement gives it, with how many match in all. */
interface ListedRow extends Pick<DeviceRow, 'id' | 'name' | 'kind' | 'profile' | 'attributes' | 'createdAt' | 'typeId' | 'gatewayMode' | 'parentId' | 'knownAs'> {
  readonly isConnected: boolean | null;
  readonly lastSeenAt: Date | null;
  readonly prefix: string | null;
  readonly issuedAt: Date | null;
  readonly totalCount: number;
}

const FROM = 'FROM device d LEFT JOIN device_presence p ON p.tenant_id = d.tenant_id AND p.device_id = d.id';
const NAMED = 'd.tenant_id = $1 AND d.name ILIKE $2';
/** The domain's `connectionState`, in SQL: $3 the state, $4 and $5 since when a machine is online, or quiet. */
const IN_STATE = `${NAMED} AND $3 = CASE
    WHEN p.last_seen_at IS NULL THEN CASE WHEN p.is_connected THEN 'quiet' ELSE 'never' END
    WHEN p.last_seen_at >= $4::timestamptz THEN 'online'
    WHEN p.is_connected OR p.last_seen_at >= $5::timestamptz THEN 'quiet'
    ELSE 'offline' END`;

const count = (where: string): string => `SELECT count(*)::int ${FROM} WHERE ${where}`;

/** A list is asked for on nearly every page, so it is one statement where Prisma would ask three. */
function list(where: string, used: number): string {
  const [name, id, limit] = [used + 1, used + 2, used + 3];
  return `SELECT d.id, d.name, d.kind, d.profile, d.attributes, d.created_at AS "createdAt", d.type_id AS "typeId", d.gateway_mode AS "gatewayMode", d.parent_id AS "parentId", d.known_as AS "knownAs",
    p.is_connected AS "isConnected", p.last_seen_at AS "lastSeenAt", k.prefix, k.issued_at AS "issuedAt", (${count(where)}) AS "totalCount"
  ${FROM} LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL
  WHERE ${where} AND (d.name, d.id) > ($${name}::text, $${id}::uuid) ORDER BY d.name, d.id LIMIT $${limit}`;
}

const BY_NAME = { name: 'devices-by-name', list: list(NAMED, 2), count: count(NAMED) };
const BY_STATE = { name: 'devices-by-state', list: list(IN_STATE, 5), count: count(IN_STATE) };

// Field by field: what rest and spread copy costs more than all else that is done to a row.
function toDevice({ id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, isConnected, lastSeenAt, prefix, issuedAt }: ListedRow): DeviceRow {
  const presence = isConnected === null ? null : { isConnected, lastSeenAt };
  return { id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, presence, tokens: prefix && issuedAt ? [{ prefix, issuedAt }] : [] };
}

function parametersOf(tx: TenantTx, { search, connection }: DeviceFilter): unknown[] {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const since = (ms: number): string => new Date(tx.now.getTime() - ms).toISOString();
  return [tx.tenantId, pattern, ...(connection ? [connection, since(DEFAULT_SILENCE_LIMITS.onlineMs), since(DEFAULT_SILENCE_LIMITS.quietMs)] : [])];
}

/** Machines by name, one more than the page holds, and how many match in all. */
export async function listDevices(tx: TenantTx, page: PageRequest, filter: DeviceFilter): Promise<{ rows: DeviceRow[]; totalCount: number }> {
  const statement = filter.connection ? BY_STATE : BY_NAME;
  const parameters = parametersOf(tx, filter);
  const [name, id] = page.after ?? ['', '00000000-0000-0000-0000-000000000000'];
  const listed = await tx.prepared<ListedRow>(statement.name, statement.list, [...parameters, name, id, page.limit + 1]);
  if (listed[0]) return { rows: listed.map(toDevice), totalCount: listed[0].totalCount };
  // Asked apart only where a page is empty.
  const counted = await tx.sql<{ count: number }>(statement.count, parameters);
  return { rows: [], totalCount: counted[0]?.count ?? 0 };
}
