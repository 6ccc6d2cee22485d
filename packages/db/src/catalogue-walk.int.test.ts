import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { addBystander } from '@tenon/testing/bystander';
import { createPool } from './pools.js';

/** Tables that belong to no tenant, each with the reason why that is right. */
const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  _prisma_migrations: 'which migrations ran; no process role may read it',
  announcement: 'the platform’s own word: its policy shows what was published to the company',
  app: 'the catalogue: its policies show what is listed, and a publisher its own',
  app_version: 'the catalogue, as above',
  bank_entry: 'what the platform’s bank tells; only tenon_system may touch it',
  card_event: 'what the payment service tells; only tenon_system may touch it',
  card_event_decision: 'what the office did about them; only tenon_system may touch it',
  feature_flag_change: 'the office’s own record of what was set; only tenon_system may touch it',
  feature_flag_share: 'for which share of companies a flag is on, with nothing of a company; only tenon_system may touch it',
  invoice_counter: 'the last number of each month; only the trigger that numbers invoices may touch it',
  mail_message: 'the platform’s own mail; only tenon_system may touch it',
  staff_view: 'how people of the platform look at its lists; only tenon_system may touch it',
  platform_staff: 'people of the platform; only tenon_system may touch it',
  gateway_fault: 'what was wrong with a gateway, with nothing of a company; only tenon_ingest writes it and tenon_system reads it',
  gateway_run: 'how each gateway process stands, as above',
  gateway_span: 'when each gateway took messages, as above',
  fault: 'faults of the program, with nothing of a company; only tenon_system may touch it',
  operation_hour: 'how long operations took, with nothing of a company; only tenon_system may touch it',
  signing_key: 'the platform’s own keys; only tenon_system may touch it',
  system_access: 'counts of the exit’s uses; only tenon_system may touch it',
};

/** Protected, but not forced: COPY is refused where row-level security binds the role, so the owner, tenon_ingest, stays exempt. */
const INGEST_OWNED = ['telemetry', 'telemetry_block', 'telemetry_head', 'telemetry_hour', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_shape'];

interface TableRow {
  readonly name: string;
  readonly owner: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly columns: string[];
  readonly policies: { name: string; permissive: boolean; roles: string[]; using: string | null }[];
}

let test: TestDatabase;
let tables: TableRow[];

beforeAll(async () => {
  test = await testDatabase();
  tables = await test.sql<TableRow>(`
    SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
      ARRAY(SELECT attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      COALESCE((SELECT json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, p.polrelid),
        'roles', ARRAY(SELECT pg_get_userbyid(r)::text FROM unnest(p.polroles) r))) FROM pg_policy p WHERE p.polrelid = c.oid), '[]') AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`);
});

afterAll(() => test.close());

const tenantTables = (): TableRow[] => tables.filter((table) => !(table.name in GLOBAL_TABLES));

describe('the catalogue', () => {
  it('has a tenant in every table that is not listed as global', () => {
    expect(tenantTables().filter((table) => !table.columns.includes('tenant_id') && table.name !== 'tenant').map((table) => table.name)).toEqual([]);
  });

  it('lists no global table that is gone', () => {
    const names = new Set(tables.map((table) => table.name));
    expect(Object.keys(GLOBAL_TABLES).filter((name) => !names.has(name) && name !== '_prisma_migrations')).toEqual([]);
  });

  it('has row-level security enabled on every tenant table, and forced unless the ingest role owns it', () => {
    const open = tenantTables().filter((table) => !table.enabled || (!table.forced && !INGEST_OWNED.includes(table.name)));
    expect(open.map((table) => table.name)).toEqual([]);
    expect(tenantTables().filter((table) => !table.forced).map((table) => [table.name, table.owner])).toEqual(INGEST_OWNED.map((name) => [name, 'tenon_ingest']));
  });

  it('lets tenon_app see a tenant table only by its own tenant', () => {
    for (const table of tenantTables()) {
      // One that restricts lets nobody see more.
      const ours = table.policies.filter((policy) => policy.permissive && (policy.roles.includes('tenon_app') || policy.roles.includes('-')));
      expect({ table: table.name, using: ours.map((policy) => policy.using) }).toEqual({
        table: table.name,
        using: [table.name === 'tenant' ? '(id = tenon_current_tenant())' : '(tenant_id = ( SELECT tenon_current_tenant() AS tenon_current_tenant))'],
      });
    }
  });

  it('gives process roles neither BYPASSRLS nor superuser nor tables of their own beyond telemetry', async () => {
    const roles = await test.sql(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'tenon\\_%' AND (rolbypassrls OR rolsuper OR rolcanlogin)`);
    expect(roles).toEqual([]);
    expect(tables.filter((table) => ['tenon_app', 'tenon_system'].includes(table.owner))).toEqual([]);
  });

  it('keeps tenon_app out of what is global', async () => {
    const allowed = await test.sql(`SELECT table_name FROM information_schema.role_table_grants WHERE grantee = 'tenon_app' AND table_schema = 'public'
      AND table_name IN ('fault', 'gateway_fault', 'gateway_run', 'gateway_span', 'mail_message', 'operation_hour', 'platform_staff', 'signing_key', 'staff_view', 'system_access', '_prisma_migrations')`);
    expect(allowed).toEqual([]);
    const auth = await test.sql(`SELECT grantee FROM information_schema.role_table_grants WHERE table_schema = 'auth' AND grantee IN ('tenon_app', 'tenon_system', 'tenon_ingest')`);
    expect(auth).toEqual([]);
  });

  it('lets tenon_app write no table whose rows are not bound to a company', async () => {
    // A statement that follows a BEGIN that failed runs unbound (decision 16): the policies then refuse what it writes.
    const unbound = await test.sql(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND has_schema_privilege('tenon_app', n.oid, 'USAGE')
        AND (has_any_column_privilege('tenon_app', c.oid, 'INSERT, UPDATE') OR has_table_privilege('tenon_app', c.oid, 'DELETE, TRUNCATE'))
        AND NOT (c.relrowsecurity AND c.relowner <> 'tenon_app'::regrole)`);
    expect(unbound).toEqual([]);
  });

  it('references between tenant tables carry the tenant', async () => {
    const single = await test.sql<{ name: string }>(`
      SELECT con.conname AS name FROM pg_constraint con
      JOIN pg_class t ON t.oid = con.conrelid JOIN pg_class f ON f.oid = con.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE con.contype = 'f' AND n.nspname = 'public' AND NOT t.relispartition
        AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)
        AND NOT EXISTS (
          SELECT 1 FROM unnest(con.conkey, con.confkey) k (own, other)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.own JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = k.other
          WHERE a.attname IN ('tenant_id', 'publisher_tenant_id') AND b.attname = 'tenant_id')`);
    expect(single).toEqual([]);
  });

  it('shows nothing where no tenant is set, of whatever two companies have', async () => {
    const [one, two] = [await addBystander(test), await addBystander(test)];
    const pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_app', max: 1 });
    for (const { name } of [...tenantTables(), { name: 'app' }, { name: 'app_version' }]) {
      expect({ name, there: [one, two].map(({ rows }) => (rows[name]?.length ?? 0) > 0) }).toEqual({ name, there: [true, true] });
      const [grant] = await test.sql<{ may: boolean }>(`SELECT has_table_privilege('tenon_app', $1, 'SELECT') AS may`, [name]);
      if (grant?.may) expect({ name, seen: (await pool.query(`SELECT 1 FROM ${name}`)).rows }).toEqual({ name, seen: [] });
    }
    await pool.end();
  });
});
