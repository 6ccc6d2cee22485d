import type { TenantTx } from '@tenon/db';
import type { ConnectionState } from '@tenon/domain/devices';
import { IN_STATE, sinceWhen } from './device-state.js';

/** Which machines a list is about. */
export interface DeviceFilter {
  /** Part of the name, or of what is known of the machine: a serial number, an asset's. */
  readonly search: string;
  readonly connection?: ConnectionState | null | undefined;
  /** A place with all that lies in it; null: those that stand nowhere. Left out: wherever they stand. */
  readonly placeId?: string | null | undefined;
  /** A type; null: those that have none. Left out: of whatever type. */
  readonly typeId?: string | null | undefined;
  /** Each of these tags. */
  readonly tagIds?: readonly string[] | undefined;
  /** Behind which gateway. */
  readonly gatewayId?: string | undefined;
  readonly isGateway?: boolean | undefined;
  /** Those out of use instead of those in use. */
  readonly isRetired?: boolean | undefined;
}

/** A filter in SQL: of `device d` and `device_presence p`, the company as `$1`. */
export interface Conditions {
  /** The same for filters that differ in their values alone, for statements that are planned once. */
  readonly name: string;
  readonly where: string;
  readonly parameters: readonly unknown[];
}

/** The name of the filter that asks for nothing. */
export const ALL_IN_USE = 'used';

export const FROM = 'FROM device d LEFT JOIN device_presence p ON p.tenant_id = d.tenant_id AND p.device_id = d.id';

const WITHIN = (place: string): string => `d.place_id IN (WITH RECURSIVE within AS (
    SELECT id FROM place WHERE tenant_id = $1 AND id = ${place}::uuid UNION ALL SELECT i.id FROM within w JOIN place i ON i.tenant_id = $1 AND i.parent_id = w.id) SELECT id FROM within)`;

/** One condition: what it is called, how it reads with the places of its parameters, and these. */
type Part = readonly [name: string, where: (...places: string[]) => string, ...parameters: readonly unknown[]];

const none = (name: string, where: string): Part => [name, () => where];
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const PARTS: readonly ((filter: DeviceFilter, now: Date) => Part | undefined)[] = [
  ({ isRetired }) => (isRetired === true ? none('retired', 'd.retired_at IS NOT NULL') : none(ALL_IN_USE, 'd.retired_at IS NULL')),
  ({ search }) => (search === '' ? undefined : ['search', (text) => `(d.name ILIKE ${text} OR d.attributes::text ILIKE ${text})`, pattern(search)]),
  ({ connection }, now) => (connection ? ['state', (state, online = '', quiet = '') => `${state} = ${IN_STATE(online, quiet)}`, connection, ...sinceWhen(now)] : undefined),
  ({ placeId }) => (placeId === null ? none('nowhere', 'd.place_id IS NULL') : placeId === undefined ? undefined : ['place', (id = '') => WITHIN(id), placeId]),
  ({ typeId }) => (typeId === null ? none('untyped', 'd.type_id IS NULL') : typeId === undefined ? undefined : ['type', (id) => `d.type_id = ${id}::uuid`, typeId]),
  ({ gatewayId }) => (gatewayId === undefined ? undefined : ['behind', (id) => `d.parent_id = ${id}::uuid`, gatewayId]),
  ({ isGateway }) => (isGateway === true ? none('gateways', `d.gateway_mode <> 'none'`) : undefined),
  ({ tagIds = [] }) => {
    const ids = [...new Set(tagIds)];
    return ids.length === 0 ? undefined : ['tags', (all, count) => `d.id IN (SELECT u.device_id FROM device_tag u WHERE u.tenant_id = $1 AND u.tag_id = ANY (${all}::uuid[]) GROUP BY u.device_id HAVING count(*) = ${count}::int)`, ids, ids.length];
  },
];

/** What a filter asks for, in SQL. */
export function conditionsOf(tx: TenantTx, filter: DeviceFilter): Conditions {
  const parameters: unknown[] = [tx.tenantId];
  const parts = PARTS.map((partOf) => partOf(filter, tx.now)).filter((part) => part !== undefined);
  const wheres = parts.map(([name, where, ...values]) => {
    const places = values.map((value) => `$${parameters.push(value)}`);
    return { name, where: where(...places) };
  });
  return { name: wheres.map(({ name }) => name).join('-'), where: ['d.tenant_id = $1', ...wheres.map(({ where }) => where)].join(' AND '), parameters };
}
