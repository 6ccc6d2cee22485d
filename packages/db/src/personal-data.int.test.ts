import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs/personal-data.md');
/** By which key of the company's a machine let itself in. */
const OF_NOBODY = new Set(['device.provisioned_by']);
/** Names that columns with something of a person have. In a table that is said to hold nothing of one there is none. */
const OF_A_PERSON = /user_?id|e_?mail|author(?!ity)|(^|_)actor|staff|person|recipient|user_?agent|ip_?address|inviter|_by$|phone/i;

let test: TestDatabase;
let columns: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  test = await testDatabase();
  const rows = await test.sql<{ table: string; columns: string[] }>(
    `SELECT CASE n.nspname WHEN 'auth' THEN 'auth.' ELSE '' END || c.relname AS table, ARRAY(SELECT attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'auth') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'`,
  );
  columns = new Map(rows.map((row) => [row.table, row.columns]));
});
afterAll(() => test.close());

describe('docs/personal-data.md', () => {
  const page = readFileSync(PAGE, 'utf8');
  const named = [...page.matchAll(/`([\w.]+)\(([\w ]+)\)`/g)].flatMap(([, table = '', list = '']) => list.split(' ').map((column) => `${table}.${column}`));
  const whole = [...(/^Whole tables: (.*)$/m.exec(page)?.[1] ?? '').matchAll(/`([\w.]+)`/g)].map(([, table = '']) => table);

  it('names every column of every table once: as personal, as looked at, or with its whole table', () => {
    const asked = [...columns].filter(([table]) => !whole.includes(table)).flatMap(([table, list]) => list.map((column) => `${table}.${column}`));
    expect(named.toSorted()).toEqual(asked.toSorted());
  });

  it('names whole tables that there are, and that no column says otherwise of', () => {
    expect(whole.filter((table) => !columns.has(table))).toEqual([]);
    const suspicious = whole.flatMap((table) => (columns.get(table) ?? []).filter((column) => OF_A_PERSON.test(column)).map((column) => `${table}.${column}`).filter((column) => !OF_NOBODY.has(column)));
    expect(suspicious).toEqual([]);
  });

  it('says of each class what for, how long, and one of four levels', () => {
    const classes = [...page.matchAll(/^\| ([A-Z][^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| (P[1-4]) \|$/gm)];
    expect(classes).toHaveLength(14);
    expect(classes.flatMap(([, , list = '']) => [...list.matchAll(/`[\w.]+\(/g)]).length).toBeGreaterThan(40);
  });
});
