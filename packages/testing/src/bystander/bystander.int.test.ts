import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../test-database.js';
import { addBystander, type Bystander } from './add-bystander.js';
import { companyTables, rowsOfCompany } from './rows-of-company.js';

let database: TestDatabase;
let bystander: Bystander;
let other: Bystander;
beforeAll(async () => {
  database = await testDatabase();
  [bystander, other] = [await addBystander(database), await addBystander(database)];
});
afterAll(() => database.close());

describe('a bystander', () => {
  it('has a row in every table of companies', async () => {
    const tables = (await companyTables(database)).map(({ name }) => name);
    expect(tables).toEqual(expect.arrayContaining(['tenant', 'device', 'telemetry', 'app_version', 'outbox']));
    expect(tables.filter((name) => !bystander.rows[name]?.length)).toEqual([]);
  });

  it('is told by its mark in each of its rows', () => {
    const rows = Object.values(bystander.rows).flat();
    expect(rows.filter((row) => !row.includes(bystander.mark) || row.includes(other.mark))).toEqual([]);
  });

  it.each([
    ['a changed row', `UPDATE device SET name = 'stolen' WHERE tenant_id = $1`],
    ['a row that is gone', `DELETE FROM telemetry WHERE tenant_id = $1`],
    ['a row that came', `INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, details) VALUES ($1, 'device.viewed', 'user', 'somebody', '{}')`],
    ['a version of an app', `UPDATE app_version SET state = 'listed' WHERE publisher_tenant_id = $1`],
    ['the company itself', `UPDATE tenant SET state = 'suspended' WHERE id = $1`],
  ])('shows %s', async (_what, statement) => {
    const touched = await addBystander(database);
    expect(await rowsOfCompany(database, touched.tenantId)).toEqual(touched.rows);
    await database.sql(statement, [touched.tenantId]);
    expect(await rowsOfCompany(database, touched.tenantId)).not.toEqual(touched.rows);
    expect(await rowsOfCompany(database, other.tenantId)).toEqual(other.rows);
  });
});
