import type { TenantTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';
import { conditionsOf, FROM, type DeviceFilter } from './device-conditions.js';
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

/** A list is asked for on nearly every page, so it is one statement where Prisma would ask three. */
function list(where: string, order: DeviceOrder, used: number): string {
  const { by, type, isDescending } = ORDERS[order];
  const [key, id, limit] = [used + 1, used + 2, used + 3];
  const direction = isDescending ? 'DESC' : 'ASC';
  const beyond = `($${id}::uuid IS NULL OR (${by}, d.id) ${isDescending ? '<' : '>'} ($${key}::${type}, $${id}::uuid))`;
  return `SELECT ${COLUMNS}, (SELECT count(*)::int ${FROM} WHERE ${where}) AS "totalCount"
  ${FROM} LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL
  WHERE ${where} AND ${beyond} ORDER BY ${by} ${direction}, d.id ${direction} LIMIT $${limit}`;
}

// Field by field: what rest and spread copy costs more than all else that is done to a row.
function toDevice({ id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, placeId, retiredAt, isConnected, lastSeenAt, prefix, issuedAt }: ListedRow): DeviceRow {
  const presence = isConnected === null ? null : { isConnected, lastSeenAt };
  return { id, name, kind, profile, attributes, createdAt, typeId, gatewayMode, parentId, knownAs, placeId, retiredAt, presence, tokens: prefix && issuedAt ? [{ prefix, issuedAt }] : [] };
}

/** Machines in order, one more than the page holds, and how many match in all. */
export async function listDevices(tx: TenantTx, page: PageRequest, { order, ...filter }: DeviceFilter & { readonly order: DeviceOrder }): Promise<{ rows: DeviceRow[]; totalCount: number }> {
  const { name, where, parameters } = conditionsOf(tx, filter);
  const [key = null, id = null] = page.after ?? [];
  const listed = await tx.prepared<ListedRow>(`devices-${name}-${order}`, list(where, order, parameters.length), [...parameters, key, id, page.limit + 1]);
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
