import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';
import { ALL_IN_USE, conditionsOf, FROM, type Conditions, type DeviceFilter } from './device-conditions.js';
import { ORDERS, type DeviceOrder } from './device-order.js';
import type { DeviceRow } from './device-row.js';

/** A machine as a list's statement gives it, with how many match in all. */
interface ListedRow extends Pick<DeviceRow, 'id' | 'name' | 'kind' | 'profile' | 'attributes' | 'createdAt' | 'typeId' | 'gatewayMode' | 'parentId' | 'knownAs' | 'placeId' | 'retiredAt'> {
  readonly isConnected: boolean | null;
  readonly lastSeenAt: Date | null;
  readonly prefix: string | null;
  readonly issuedAt: Date | null;
  readonly totalCount: number;
}

const COLUMNS = `d.id, d.name, d.kind, d.profile, d.attributes, d.created_at AS "createdAt", d.type_id AS "typeId", d.gateway_mode AS "gatewayMode", d.parent_id AS "parentId", d.known_as AS "knownAs", d.place_id AS "placeId", d.retired_at AS "retiredAt",
    p.is_connected AS "isConnected", p.last_seen_at AS "lastSeenAt", k.prefix, k.issued_at AS "issuedAt"`;

const JOINED = 'LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL';

/** A list is asked for on nearly every page, so it is one statement where Prisma would ask three. */
function list(filter: Conditions, order: DeviceOrder): string {
  return isWalked(filter, order) ? walked(filter, order) : found(filter, order);
}

/** Whether an index gives the page in its order: all machines in use by name, which is how a list is asked for first. */
function isWalked({ name }: Conditions, order: DeviceOrder): boolean {
  return name === ALL_IN_USE && (order === 'name' || order === 'name-down');
}

/** The page by that index; only counting looks at every machine. */
function walked({ where, parameters }: Conditions, order: DeviceOrder): string {
  const { by } = ORDERS[order];
  const { beyond, sort, limit } = pageOf({ key: by, id: 'd.id' }, order, parameters.length);
  return `SELECT ${COLUMNS}, (SELECT count(*)::int FROM device d WHERE ${where}) AS "totalCount"
  ${FROM} ${JOINED} WHERE ${where} AND ${beyond} ORDER BY ${sort} LIMIT ${limit}`;
}

/** What matches is looked for once, with as little of each machine as orders and counts it; then the page's machines are read. */
function found({ where, parameters }: Conditions, order: DeviceOrder): string {
  const { beyond, sort, limit } = pageOf({ key: 'f.key', id: 'f.id' }, order, parameters.length);
  return `WITH found AS MATERIALIZED (SELECT d.id, ${ORDERS[order].by} AS key ${FROM} WHERE ${where})
  SELECT ${COLUMNS}, (SELECT count(*)::int FROM found) AS "totalCount"
  FROM (SELECT f.id, f.key FROM found f WHERE ${beyond} ORDER BY ${sort} LIMIT ${limit}) f
  JOIN device d ON d.tenant_id = $1 AND d.id = f.id LEFT JOIN device_presence p ON p.tenant_id = d.tenant_id AND p.device_id = d.id ${JOINED}
  ORDER BY ${sort}`;
}

/** What is on a page, after a key and an id, which are the next parameters, as its length is. */
function pageOf({ key, id }: { readonly key: string; readonly id: string }, order: DeviceOrder, used: number): { readonly beyond: string; readonly sort: string; readonly limit: string } {
  const { type, isDescending } = ORDERS[order];
  const [keyAt, idAt, limitAt] = [used + 1, used + 2, used + 3];
  const direction = isDescending ? 'DESC' : 'ASC';
  return {
    beyond: `($${idAt}::uuid IS NULL OR (${key}, ${id}) ${isDescending ? '<' : '>'} ($${keyAt}::${type}, $${idAt}::uuid))`,
    sort: `${key} ${direction}, ${id} ${direction}`,
    limit: `$${limitAt}`,
  };
}

// Field by field: what rest and spread copy costs more than all else that is done to a row.
function toDevice({ id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, placeId, retiredAt, isConnected, lastSeenAt, prefix, issuedAt }: ListedRow): DeviceRow {
  const presence = isConnected === null ? null : { isConnected, lastSeenAt };
  return { id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, placeId, retiredAt, presence, tokens: prefix && issuedAt ? [{ prefix, issuedAt }] : [] };
}

/** Machines in order, one more than the page holds, and how many match in all. */
export async function listDevices(tx: TenantTx, page: PageRequest, { order, ...filter }: DeviceFilter & { readonly order: DeviceOrder }): Promise<{ rows: DeviceRow[]; totalCount: number }> {
  const conditions = conditionsOf(tx, filter);
  const [key = null, id = null] = page.after ?? [];
  const listed = await tx.prepared<ListedRow>(`devices-${conditions.name}-${order}`, list(conditions, order), [...conditions.parameters, key, id, page.limit + 1]);
  if (listed[0]) return { rows: listed.map(toDevice), totalCount: listed[0].totalCount };
  // Asked apart only where a page is empty.
  return { rows: [], totalCount: await countDevices(tx, filter) };
}

/** How many machines match. */
export async function countDevices(tx: TenantTx, filter: DeviceFilter): Promise<number> {
  const { where, parameters } = conditionsOf(tx, filter);
  const [counted] = await tx.sql<{ count: number }>(`SELECT count(*)::int AS count ${FROM} WHERE ${where}`, parameters);
  return counted?.count ?? 0;
}
