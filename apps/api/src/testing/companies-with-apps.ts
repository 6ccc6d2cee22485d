import type { TestApi, TestPerson } from './test-api.js';

const text = { zh: '秘', en: 'Secret' };
const SCOPES = [{ permission: 'telemetry:read', purpose: { zh: '读', en: 'read' } }];

/** A manifest of an app of indicators with the one input `power`. */
export const indicatorManifest = (slug: string, version = '1.0.0'): object => ({
  engine: 'indicators', slug, version, name: text, summary: text, description: text, scopes: SCOPES, price: { model: 'free' },
  inputs: [{ key: 'power', label: { zh: '功率', en: 'Power' } }],
  indicators: [{ key: 'max', label: { zh: '最大', en: 'Max' }, input: 'power', aggregate: 'max' }],
});

const energyManifest = { engine: 'energy', slug: 'energy-carbon', version: '1.0.0', name: text, summary: text, description: text, scopes: SCOPES, price: { model: 'free' } };

/** Ids of what one company has. */
export interface CompanyIds {
  readonly tenant: string;
  readonly device: string;
  /** A counter of the device. */
  readonly series: string;
  /** Its subscription to the platform's energy app. */
  readonly energy: string;
  /** Its subscription to the platform's app of indicators. */
  readonly indicators: string;
}

async function listApp(api: TestApi, slug: string, engine: string, manifest: object): Promise<void> {
  await api.database.sql(`INSERT INTO app (id, slug, publisher_name, engine) VALUES (gen_random_uuid(), $1, 'Tenon', $2)`, [slug, engine]);
  await api.database.sql(`INSERT INTO app_version (id, app_id, version, manifest, state) SELECT gen_random_uuid(), id, '1.0.0', $2, 'listed' FROM app WHERE slug = $1`, [slug, JSON.stringify(manifest)]);
  await api.database.sql(`UPDATE app SET listed_version_id = v.id FROM app_version v WHERE v.app_id = app.id AND slug = $1`, [slug]);
}

/** Puts two apps of the platform's own in the store: `energy-carbon` and `open-indicators`. */
export async function stockStore(api: TestApi): Promise<void> {
  await listApp(api, 'energy-carbon', 'energy', energyManifest);
  await listApp(api, 'open-indicators', 'indicators', indicatorManifest('open-indicators'));
}

async function subscribe(person: TestPerson, slug: string): Promise<string> {
  const { app } = await person.get<{ app: { id: string } }>('query ($slug: String!) { app(slug: $slug) { id } }', { slug });
  const made = await person.get<{ subscribe: { id: string } }>('mutation ($appId: ID!) { subscribe(input: { appId: $appId, consentedScopes: ["telemetry:read"] }) { id } }', { appId: app.id });
  return made.subscribe.id;
}

/** Gives a person's company a machine with a metric, and subscribes it to both apps of {@link stockStore}. */
export async function furnish(api: TestApi, person: TestPerson): Promise<CompanyIds> {
  const { createDevice } = await person.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Press" }) { device { id } } }');
  const { viewer } = await person.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const [tenant, device] = [viewer.tenant.id, createDevice.device.id];
  const [series] = await api.database.sql<{ id: number }>(
    `INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) VALUES ($1, $2, 'kwh', 'counter', 'number') RETURNING id`, [tenant, device]);
  return { tenant, device, series: String(series?.id), energy: await subscribe(person, 'energy-carbon'), indicators: await subscribe(person, 'open-indicators') };
}

/** An invoice of a company as the worker would write it, and its number. */
export async function invoiceOf(api: TestApi, tenant: string): Promise<{ id: string; number: string }> {
  const [invoice] = await api.database.sql<{ id: string; number: string }>(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer)
     SELECT id, gen_random_uuid(), 'month:2026-11', '2026-11-01', '2026-11-16', 29900, 1692, 28208, jsonb_build_object('name', name) FROM tenant WHERE id = $1 RETURNING id, number`,
    [tenant],
  );
  await api.database.sql(
    `INSERT INTO invoice_line (tenant_id, invoice_id, line_no, kind, plan, from_day, to_day, quantity, unit_price_minor, per, amount_minor, tax_minor)
     VALUES ($1, $2, 1, 'fee', 'starter', '2026-11-01', '2026-12-01', 30, 29900, 30, 29900, 1692)`,
    [tenant, invoice?.id],
  );
  return invoice!;
}

/** Takes 50.00 of an invoice of {@link invoiceOf} back. @returns the id of the credit note, and its number */
export async function creditNoteOf(api: TestApi, tenant: string, { id, number }: { id: string; number: string }): Promise<{ id: string; number: string }> {
  const [note] = await api.database.sql<{ id: string; number: string }>(
    `INSERT INTO credit_note (tenant_id, id, invoice_id, note_no, number, issued_on, reason, lines, gross_minor, tax_minor)
     VALUES ($1, gen_random_uuid(), $2, 1, $3, '2026-11-02', '停机一天', '[{"lineNo":1,"amountMinor":-5000,"taxMinor":-283}]', -5000, -283) RETURNING id, number`,
    [tenant, id, `${number}-R1`],
  );
  return note!;
}
