import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '../test-database.js';
import { rowsOfCompany, type CompanyRows } from './rows-of-company.js';

/** A company that takes no part in a test: whatever the test does, its rows must stay, and nobody may be shown them. */
export interface Bystander {
  readonly tenantId: string;
  /** Stands in each of its ids and names, so that an answer which shows anything of it holds this text. */
  readonly mark: string;
  /** Its rows as they were made. */
  readonly rows: CompanyRows;
}

const AT = '2026-01-05T08:00:00Z';
/** A real picture, as it is drawn on papers. */
const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12PgqomCIwbiOABnQw4BPCkRfgAAAABJRU5ErkJggg==', 'base64');
const LATER = '2099-01-01T00:00:00Z';

/** What its stock meters read in the hours that a test may take: as much as it has, so that reading them again changes nothing. */
function stockReadings(tenant: { readonly tenant_id: string }): ReturnType<typeof rowsToAdd>[number][] {
  const thisHour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const hours = [0, 1, 2].map((n) => new Date(thisHour + n * 3_600_000));
  return ['devices', 'members', 'apps'].flatMap((meter) => hours.map((hour) => ['meter_reading', { ...tenant, meter, hour, quantity: 1 }] as const));
}

/** Names are the columns and values of one row; every row of a bystander is at rest, so that no worker has a reason to touch it. */
function rowsToAdd(id: (n: number) => string, mark: string): readonly (readonly [table: string, row: Readonly<Record<string, unknown>>])[] {
  const tenant = { tenant_id: id(1) };
  return [
    ['tenant', { id: id(1), name: `${mark} company` }],
    ['tenant_member', { ...tenant, user_id: id(2), role: 'owner', name: mark, email: `${mark}@bystander.example` }],
    ['saved_view', { ...tenant, user_id: id(2), id: id(19), list: 'machines', name: mark, query: `q=${mark}`, hidden_columns: [mark] }],
    ['company_profile', { ...tenant, legal_name: mark, park: mark }],
    ['company_logo', { ...tenant, sha256: mark, image: LOGO, width: 4, height: 4 }],
    ['plan_choice', { ...tenant, id: id(12), plan: 'standard', from_day: '2026-01-05', due_minor: 7 }],
    ['plan_limit', { ...tenant, meter: 'pointsADay', cap: 7 }],
    ['limit_change', { ...tenant, id: id(15), meter: 'pointsADay', cap: 7, from_day: '2026-01-05' }],
    ['billing_run', { ...tenant, billed_through: '2099-01-01' }],
    ['invoice', { ...tenant, id: id(16), occasion: `change:${id(12)}`, issued_on: '2026-01-05', due_on: '2099-01-01', gross_minor: 7, tax_minor: 0, net_minor: 7, buyer: { name: mark }, state: 'paid' }],
    ['invoice_line', { ...tenant, invoice_id: id(16), line_no: 1, kind: 'fee', plan: 'standard', choice_id: id(12), from_day: '2026-01-05', to_day: '2026-01-06', quantity: 1, unit_price_minor: 7, per: 1, amount_minor: 7, tax_minor: 0 }],
    ['credit_note', { ...tenant, id: id(17), invoice_id: id(16), note_no: 1, number: `${mark}-R1`, issued_on: '2026-01-05', reason: mark, lines: JSON.stringify([{ lineNo: 1, amountMinor: -1, taxMinor: 0 }]), gross_minor: -1, tax_minor: 0 }],
    ['invoice_reminder', { ...tenant, invoice_id: id(16), days: 1 }],
    ['payment', { ...tenant, id: id(18), invoice_id: id(16), kind: 'payment', amount_minor: 6, paid_on: '2026-01-06', note: mark, recorded_by: id(2) }],
    ['card_attempt', { ...tenant, id: id(21), invoice_id: id(16), attempt_no: 1, amount_minor: 6, state: 'expired', started_by: id(2), url: mark }],
    ['card_refund', { ...tenant, id: id(22), attempt_id: id(21), amount_minor: 1, state: 'failed', failure: mark, asked_by: id(2) }],
    ['full_day', { ...tenant, day: '2026-01-05', from_at: '2026-01-04T16:00:00Z', to_at: '2026-01-05T16:00:00Z', points: 7 }],
    ['readings_kept', { ...tenant, from_at: '2020-01-05T08:00:00Z' }],
    ['quota_notice', { ...tenant, meter: 'pointsADay', month: '2026-01-01', share: 100, used: 7, quota: 7, mailed_at: AT }],
    ...stockReadings(tenant),
    ['tenant_role', { ...tenant, id: id(9), name: `${mark} role`, description: mark, permissions: ['device:read'] }],
    ['invitation', { ...tenant, id: id(10), email: `guest-${mark}@bystander.example`, role: 'custom', custom_role_id: id(9), language: 'en', invited_by: id(2), inviter_name: mark, expires_at: LATER }],
    ['device_type', { ...tenant, id: id(26), name: `${mark} type`, description: mark }],
    ['device_type_version', { ...tenant, type_id: id(26), version: 1, model: { metrics: [{ key: mark }] }, note: mark, published_at: AT }],
    ['place', { ...tenant, id: id(27), kind: 'site', name: `${mark} site`, position: 1 }],
    ['tag', { ...tenant, id: id(28), name: `${mark} tag` }],
    ['provisioning_key', { ...tenant, id: id(28), type_id: id(26), name: mark, key: mark, secret_digest: Buffer.from(mark), secret_prefix: mark, makes_new: true, refused_name: mark }],
    ['device', { ...tenant, id: id(3), type_id: id(26), place_id: id(27), name: `${mark} machine`, kind: 'machine', attributes: { note: mark } }],
    ['bulk_action', { ...tenant, id: id(29), kind: 'tag', parameters: JSON.stringify({ name: mark }), total: 1, author: JSON.stringify({ kind: 'user', id: id(2), name: mark }), finished_at: AT }],
    ['bulk_action_item', { ...tenant, action_id: id(29), device_id: id(3), name: mark, outcome: 'done' }],
    ['ota_key', { ...tenant, id: id(30), public_key: mark, private_sealed: mark }],
    ['ota_package', { ...tenant, id: id(30), kind: 'firmware', title: mark, version: mark, type_id: id(26), file_name: mark, size_bytes: 1, sha256: Buffer.from(mark), key_id: id(30), signature: Buffer.from(mark), author_name: mark, ready_at: AT }],
    ['ota_piece', { ...tenant, package_id: id(30), piece_no: 0, bytes: Buffer.from(mark) }],
    ['campaign', { ...tenant, id: id(31), name: mark, kind: 'firmware', package_id: id(30), plan: JSON.stringify({ stages: [] }), state: 'done', author: JSON.stringify({ kind: 'user', id: id(2), name: mark }), finished_at: AT }],
    ['campaign_machine', { ...tenant, campaign_id: id(31), device_id: id(3), kind: 'firmware', is_open: false, name: mark, stage: 0, state: 'updated', words: mark }],
    ['device_tag', { ...tenant, device_id: id(3), tag_id: id(28) }],
    ['annotation', { ...tenant, id: id(20), device_id: id(3), from_at: AT, text: mark, author_id: id(2), author_name: mark }],
    ['desired_attribute', { ...tenant, device_id: id(3), key: mark, value: JSON.stringify(mark), version: 1 }],
    ['device_command', { ...tenant, id: id(26), device_id: id(3), number: 1, method: mark, params: JSON.stringify(mark), expects_answer: true, timeout_ms: 1_000, expires_at: AT, state: 'answered', author_id: id(2), author_name: mark, sent_at: AT, settled_at: LATER, answer: JSON.stringify(mark) }],
    ['message_key', { ...tenant, device_id: id(3), digest: Buffer.from(mark), body_digest: Buffer.from(mark), first_stamp_us: 1, at: LATER }],
    ['device_request', { ...tenant, id: id(27), parent_id: id(3), name: mark, type_name: mark, state: 'refused', code: 'DEVICE.NAME_TAKEN', at: LATER }],
    ['certificate_authority', { ...tenant, id: id(28), kind: 'theirs', name: mark, subject: mark, certificate: mark, fingerprint: Buffer.from(mark), not_after: LATER, state: 'active', stranger_name: mark }],
    ['device_certificate', { ...tenant, id: id(29), device_id: id(3), authority_id: id(28), fingerprint: Buffer.from(mark), serial: mark, issued_at: AT, not_after: LATER }],
    ['revoked_serial', { ...tenant, authority_id: id(28), serial: mark }],
    ['device_handover', { ...tenant, id: id(28), device_id: id(3), way: 'code', code_digest: Buffer.from(mark), keeps_credentials: true, expires_at: AT, taken_at: AT, taker_name: mark }],
    ['device_token', { ...tenant, id: id(4), device_id: id(3), digest: Buffer.from(mark), prefix: mark }],
    ['device_presence', { ...tenant, device_id: id(3) }],
    ['sparkplug_session', { ...tenant, device_id: id(3), session_id: id(28), gateway_id: mark, group_name: mark, node_name: mark, is_alive: false, born_at: LATER, metric_count: 1, metrics: JSON.stringify([{ name: mark, type: 'Double' }]) }],
    ['device_refusal', { ...tenant, device_id: id(3), code: 'TELEMETRY.BAD_JSON', details: { near: mark }, sample: mark, door: 'mqtt' }],
    ['refusal_tally', { ...tenant, device_id: id(3), at: AT, count: 1, clock_count: 0 }],
    ['connection_span', { ...tenant, device_id: id(3), from_at: AT, to_at: AT, gateway_id: mark }],
    ['ledger_machine', { ...tenant, device_id: id(3), from_at: LATER, basis: 'irregular', looked_at: LATER }],
    // The ledger looks at nobody's machine before its own time, and this one is looked at in the far future.
    ['ledger_due', { ...tenant, device_id: id(3), from_at: AT, to_at: AT }],
    ['ledger_day', { ...tenant, device_id: id(3), day: '2026-01-05', ...Object.fromEntries(['kept', 'repeats', 'late', 'absent', 'clock_ms', 'folded_repeats', 'folded_late', 'frozen'].map((column) => [column, [7]])), kept_sum: 7, repeats_sum: 0, late_sum: 0, absent_sum: 0 }],
    ['ledger_gap', { ...tenant, id: id(27), device_id: id(3), from_at: AT, to_at: AT, cause: 'silent', absent: 1 }],
    ['completeness_statement', { ...tenant, id: id(28), month: '2026-01', revision: 1, is_final: true, time_zone: mark, from_at: AT, to_at: AT, changes: JSON.stringify([{ name: mark }]) }],
    ['completeness_line', { ...tenant, statement_id: id(28), device_id: id(3), name: mark, basis: 'learnt', ...Object.fromEntries(['kept', 'refused', 'refused_of_expected', 'missing', 'repeats', 'late', 'clock_refused', 'missing_ms', 'away_ms', 'longest_gap_ms'].map((column) => [column, 0])) }],
    ['publisher', { ...tenant, id: id(5), name: `${mark} software` }],
    ['app', { id: id(6), slug: `app-${mark}`, publisher_tenant_id: id(1), publisher_id: id(5), publisher_name: mark, engine: 'energy' }],
    ['app_version', { id: id(7), app_id: id(6), publisher_tenant_id: id(1), version: '1.0.0', manifest: { slug: mark }, state: 'rejected' }],
    ['subscription', { ...tenant, id: id(8), app_id: id(6), app_version_id: id(7), settings: { note: mark } }],
    ['audit_entry', { ...tenant, action: 'device.created', actor_kind: 'user', actor: mark, details: { name: mark } }],
    ['api_key', { ...tenant, id: id(11), user_id: id(2), name: mark, permissions: [], digest: Buffer.from(`key ${mark}`), expires_at: AT }],
    ['sso_connection', { ...tenant, issuer: `https://${mark}.example`, client_id: mark, secret_sealed: mark, domain: `${mark}.bystander.example`, proof: mark, more_scopes: [mark] }],
    ['sso_role_rule', { ...tenant, position: 1, value: mark, role: 'custom', custom_role_id: id(9) }],
    ['notice', { ...tenant, id: id(12), kind: 'tenant.resumed', facts: { note: mark }, raised_at: LATER }],
    ['notice_receipt', { ...tenant, user_id: id(2), notice_id: id(12), raised_at: AT }],
    ['notice_preference', { ...tenant, user_id: id(2), kind: 'tenant.resumed', channel: 'mail', is_on: false }],
    ['notice_robot', { ...tenant, id: id(13), kind: 'wecom', name: mark, language: 'en', address_hint: mark, address_sealed: mark, notice_kinds: ['tenant.resumed'] }],
    ['notice_delivery', { ...tenant, id: id(14), notice_id: id(12), robot_id: id(13), state: 'delivered', finished_at: AT }],
    ['announcement', { id: id(24), severity: 'info', text_zh: mark, text_en: mark, from_at: AT, to_at: LATER, plans: [], company_ids: [id(1)], written_by: mark }],
    ['announcement_put_away', { ...tenant, user_id: id(2), announcement_id: id(24) }],
    ['sign_up_review', { ...tenant, state: 'cleared', signals: JSON.stringify([{ rule: 'disposable-mail', subject: mark }]), opened_at: AT }],
    ['sign_up_decision', { ...tenant, id: id(25), decision: 'clear', note: mark, signals: JSON.stringify([{ rule: 'disposable-mail', subject: mark }]), decided_by: mark, decided_at: AT }],
    // Of a flag that there is: so no share of companies concerns the bystander, whatever its place in one.
    ['feature_flag_override', { ...tenant, key: 'billing.next-invoice', is_on: true, reason: mark, set_by: mark, set_at: AT }],
    ['impersonation', { ...tenant, id: id(21), staff_id: id(22), staff_email: `${mark}@bystander.example`, session_id: id(23), reason: mark, began_at: AT, ends_at: '2026-01-05T08:30:00Z', ended_at: AT, ended_by: 'staff', settled_at: AT }],
    ['company_export', { ...tenant, id: id(19), requested_by: id(2), state: 'expired', finished_at: AT, expires_at: AT, bundle_sha256: mark }],
    ['company_export_file', { ...tenant, export_id: id(19), path: mark, kind: 'records' }],
    ['history_import', { ...tenant, id: id(29), created_by: id(2), file_name: mark, file_bytes: 7, state: 'undone', look: { mark }, mapping: { mark }, finished_at: AT }],
    ['history_piece', { ...tenant, import_id: id(29), device_id: id(3), day: 1, key: mark, part: 1, count: 1, bytes: Buffer.from(mark) }],
    ['company_erasure', { ...tenant, told: JSON.stringify([mark]), finished_at: AT }],
    ['outbox', { ...tenant, job: 'test.bystander', payload: { mark }, state: 'done', finished_at: AT }],
  ];
}

function telemetryToAdd(id: (n: number) => string, mark: string, seriesId: number, shapeId: number): ReturnType<typeof rowsToAdd> {
  const tenant = { tenant_id: id(1) };
  const bucket = { ...tenant, series_id: seriesId, at: AT, count: 1, min: 7, max: 7, sum: 7, first: 7, last: 7, first_at: AT, last_at: AT };
  const message = { ...tenant, shape_id: shapeId, at: AT, arrival: 1, num: [7], rich: { 2: mark } };
  return [
    ['telemetry', message],
    ['telemetry_block', { ...tenant, series_id: seriesId, at: AT, through_at: AT, count: 1, bytes: Buffer.from(mark) }],
    ['history_layer', { ...tenant, import_id: id(29), series_id: seriesId, day: 1, count: 1, brought: Buffer.from(mark) }],
    ['telemetry_head', message],
    ['telemetry_minute', bucket],
    ['telemetry_roll_up_block', { ...tenant, series_id: seriesId, at: AT, through_at: AT, is_day: true, minutes: Buffer.from(mark), hours: Buffer.from(mark) }],
    ['telemetry_hour', bucket],
    ['energy_slot', { ...tenant, subscription_id: id(8), series_id: seriesId, start_at: AT, energy_kwh: 7 }],
  ];
}

async function insert(database: TestDatabase, table: string, row: Readonly<Record<string, unknown>>): Promise<{ id: number } | undefined> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const [made] = await database.sql<{ row: { id: number } }>(`INSERT INTO ${table} AS t (${columns.join()}) VALUES (${places.join()}) RETURNING to_jsonb(t) AS row`, Object.values(row));
  return made?.row;
}

/** No days move a company that is active. */
async function liveOn(database: TestDatabase, tenantId: string): Promise<void> {
  await database.sql(`WITH standing AS (UPDATE company_standing SET state = 'active' WHERE tenant_id = $1) UPDATE tenant SET state = 'active' WHERE id = $1`, [tenantId]);
}

/** Adds a company with at least one row in every table that holds rows of companies. */
export async function addBystander(database: TestDatabase): Promise<Bystander> {
  const mark = randomBytes(4).toString('hex');
  const id = (n: number): string => `${mark}-0000-4000-8000-${String(n).padStart(12, '0')}`;
  await database.sql(`SELECT tenon_ensure_month($1)`, [AT]);
  for (const [table, row] of rowsToAdd(id, mark)) await insert(database, table, row);
  await liveOn(database, id(1));
  const device = { tenant_id: id(1), device_id: id(3) };
  const series = await insert(database, 'series', { ...device, key: mark, quantity: 'counter', value_kind: 'number' });
  const shape = await insert(database, 'telemetry_shape', { ...device, series_ids: [series?.id] });
  for (const [table, row] of telemetryToAdd(id, mark, Number(series?.id), Number(shape?.id))) await insert(database, table, row);
  return { tenantId: id(1), mark, rows: await rowsOfCompany(database, id(1)) };
}
