// @ts-check

/** A thousand of a real platform: names of a district's shops, three people each, a tenth suspended, every plan. */
const NAMES = `(ARRAY['宝山', '杨浦', '大场', '罗店', '顾村', '月浦', '五角场', '控江'])[1 + n % 8] || (ARRAY['精密', '冲压', '注塑', '模具', '钣金', '热处理'])[1 + n % 6] || '厂 ' || n`;

/**
 * Companies with machines, as their tables have them.
 * @param {import('pg').Pool} superuser
 * @param {{ companies: number, machines: number }} size
 */
export async function seedCompanies(superuser, { companies, machines }) {
  await superuser.query(
    `INSERT INTO tenant (id, name, state, suspended_reason, suspended_at, created_at)
     SELECT gen_random_uuid(), ${NAMES}, CASE WHEN n % 10 = 0 THEN 'suspended' ELSE 'active' END, CASE WHEN n % 10 = 0 THEN 'bench' END, CASE WHEN n % 10 = 0 THEN now() END, now() - make_interval(hours => n)
     FROM generate_series(1, $1::int) n`,
    [companies],
  );
  await superuser.query(
    `INSERT INTO tenant_member (tenant_id, user_id, role, name, email)
     SELECT t.id, gen_random_uuid(), (ARRAY['owner', 'engineer', 'viewer'])[n], 'person ' || n, 'person-' || n || '-' || left(t.id::text, 8) || '@example.com' FROM tenant t, generate_series(1, 3) n`,
  );
  await superuser.query(
    `INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor)
     SELECT t.id, gen_random_uuid(), (ARRAY['starter', 'standard', 'enterprise'])[1 + (random() * 2)::int], current_date - 10, 0 FROM tenant t WHERE random() < 0.6`,
  );
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) SELECT t.id, gen_random_uuid(), 'machine ' || n, 'machine' FROM tenant t, generate_series(1, $1::int) n`, [machines]);
  await superuser.query(
    `INSERT INTO device_presence (tenant_id, device_id, is_connected, last_seen_at) SELECT d.tenant_id, d.id, random() < 0.8, now() - make_interval(secs => random() * 1000) FROM device d
     ON CONFLICT (tenant_id, device_id) DO UPDATE SET is_connected = excluded.is_connected, last_seen_at = excluded.last_seen_at`,
  );
  // What autovacuum does within a minute wherever a platform runs.
  await superuser.query('ANALYZE');
}
