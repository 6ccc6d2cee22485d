import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { EXPORTED_TABLES, WITHHELD_TABLES } from '@tenon/domain/exit';

const SCHEMA = fileURLToPath(new URL('../../../../prisma/schema', import.meta.url));
/** Kept by no schema of Prisma's, as it cannot describe them. */
const IN_SQL = ['telemetry', 'telemetry_block', 'telemetry_head', 'telemetry_hour', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_shape'];
const OWNERS = ['tenant_id', 'publisher_tenant_id', 'on_behalf_of'];
const SCALARS = /^(String|Int|BigInt|Float|Boolean|DateTime|Json|Bytes)\b/;

/** The tables of companies, and their columns, as the schema has them. */
function companyTables(): ReadonlyMap<string, readonly string[]> {
  const text = readdirSync(SCHEMA).map((file) => readFileSync(path.join(SCHEMA, file), 'utf8')).join('\n');
  const models = [...text.matchAll(/^model \w+ \{\n([\s\S]*?)\n\}/gm)].map(([, body = '']) => ({
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '',
    columns: body.split('\n').flatMap((line) => {
      const [, field = '', rest = ''] = /^ {2}(\w+)\s+(.*)$/.exec(line) ?? [];
      return SCALARS.test(rest) ? [/@map\("(\w+)"\)/.exec(rest)?.[1] ?? field] : [];
    }),
  }));
  return new Map(models.filter(({ table, columns }) => table === 'tenant' || columns.some((column) => OWNERS.includes(column))).map(({ table, columns }) => [table, columns]));
}

it('every table of companies goes out, or is named as withheld with the reason', () => {
  const named = [...EXPORTED_TABLES.map(({ table }) => table), ...Object.keys(WITHHELD_TABLES)];
  expect(named.sort()).toEqual([...companyTables().keys(), ...IN_SQL].sort());
});

it.each(EXPORTED_TABLES.map((each) => [each.table, each] as const))('so does every column of %s', (table, { columns, withheld = {}, owner = 'tenant_id' }) => {
  const isOwn = (column: string): boolean => (column === owner || column === 'tenant_id') && !columns.includes(column);
  expect([...columns, ...Object.keys(withheld)].sort()).toEqual(companyTables().get(table)?.filter((column) => !isOwn(column)).sort());
});

it('nothing that is kept of a secret goes out', () => {
  const secret = /digest|sealed|password|secret|private/;
  expect(EXPORTED_TABLES.flatMap(({ table, columns }) => columns.filter((column) => secret.test(column) && !`${table}.${column}`.startsWith('tenant.demands')))).toEqual([]);
});

it('each file has a path of its own', () => {
  expect(new Set(EXPORTED_TABLES.map(({ path: each }) => each)).size).toBe(EXPORTED_TABLES.length);
});
