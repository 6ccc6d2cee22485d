import { whoIs } from '../colleagues.js';
import { furnish, indicatorManifest, invoiceOf, stockStore, type CompanyIds } from '../companies-with-apps.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { campaignOf, commandTo, HIDDEN, LOOK, noteOf, OTA_PACKAGE, ROBOT, TYPE } from './asked.js';

/** Ids of all there is of company A. */
export interface IdsOfA extends CompanyIds {
  readonly hiddenApp: string;
  readonly version: string;
  readonly person: string;
  readonly role: string;
  readonly invitation: string;
  readonly session: string;
  readonly key: string;
  readonly provisioningKey: string;
  readonly handover: string;
  readonly robot: string;
  readonly notice: string;
  readonly passkey: string;
  readonly view: string;
  readonly note: string;
  readonly type: string;
  readonly place: string;
  readonly tag: string;
  readonly bulkAction: string;
  readonly command: string;
  readonly authority: string;
  readonly certificate: string;
  readonly history: string;
  readonly otaPackage: string;
  readonly campaign: string;
  readonly invoice: string;
  readonly invoiceNumber: string;
}

/** A has one of everything; B tries to reach it. */
export interface TwoCompanies {
  readonly a: TestPerson;
  readonly b: TestPerson;
  readonly ids: IdsOfA;
  /** What B has of its own. */
  readonly own: CompanyIds & { readonly person: string };
}

export const SUBMIT = 'mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { ... on AppVersion { id } } }';

/** Puts a notice into somebody's inbox, as the worker would. */
async function noticeTo(api: TestApi, person: TestPerson): Promise<string> {
  const { id, tenant } = await whoIs(person);
  const [notice] = await api.database.sql<{ id: string }>(`INSERT INTO notice (tenant_id, id, kind, facts) VALUES ($1, gen_random_uuid(), 'tenant.resumed', '{}') RETURNING id`, [tenant?.id]);
  await api.database.sql('INSERT INTO notice_receipt (tenant_id, user_id, notice_id, raised_at) VALUES ($1, $2, $3, now())', [tenant?.id, id, notice?.id]);
  return notice!.id;
}

/** Gives somebody a passkey, as their browser would. */
async function passkeyOf(api: TestApi, { email }: TestPerson): Promise<string> {
  const [passkey] = await api.database.sql<{ id: string }>(
    `INSERT INTO auth.passkey (user_id, name, credential_id, public_key, sign_count, is_syncable) SELECT id, 'A only', '\\x01', '\\x02', 0, false FROM auth."user" WHERE email = $1 RETURNING id`, [email]);
  return passkey!.id;
}

/** Gives a machine a certificate, which lets nobody in, of an authority. */
async function certificateOf(api: TestApi, deviceId: string): Promise<{ authority: string; certificate: string }> {
  const [authority] = await api.database.sql<{ id: string }>(
    `INSERT INTO certificate_authority (tenant_id, id, kind, name, subject, certificate, fingerprint, not_after, state)
     SELECT tenant_id, gen_random_uuid(), 'theirs', 'A only', 'CN=A only', 'none', '\\x01', now(), 'active' FROM device WHERE id = $1 RETURNING id`, [deviceId]);
  const [certificate] = await api.database.sql<{ id: string }>(
    `INSERT INTO device_certificate (tenant_id, id, device_id, authority_id, fingerprint, serial, issued_at, not_after)
     SELECT tenant_id, gen_random_uuid(), $1, id, '\\x01', '01', now(), now() FROM certificate_authority WHERE id = $2 RETURNING id`, [deviceId, authority?.id]);
  return { authority: authority!.id, certificate: certificate!.id };
}

/** An app that nobody approved, and its only version. */
async function hiddenAppOf(api: TestApi, a: TestPerson): Promise<{ hiddenApp: string; version: string }> {
  await a.get('mutation { registerPublisher(input: { name: "A soft" }) { id } }');
  const { submitAppVersion } = await a.get<{ submitAppVersion: { id: string } }>(SUBMIT, { manifest: indicatorManifest(HIDDEN) });
  const [hidden] = await api.database.sql<{ id: string }>('SELECT id FROM app WHERE slug = $1', [HIDDEN]);
  return { hiddenApp: hidden!.id, version: submitAppVersion.id };
}

/** What one mutation makes, by its id. */
async function made(a: TestPerson, text: string): Promise<string> {
  const [one] = Object.values(await a.get<Record<string, { id?: string; key?: { id: string } }>>(text));
  return one?.id ?? one?.key?.id ?? '';
}

/** Gives a machine a tag, and the tag's id. */
async function tagOf(a: TestPerson, device: string): Promise<string> {
  await a.get(`mutation { tagDevice(input: { id: "${device}", tags: ["A only"] }) { id } }`);
  return (await a.get<{ tags: { id: string }[] }>('{ tags { id } }')).tags[0]!.id;
}

/** Releases a machine, and the release's id. */
async function handoverOf(a: TestPerson, device: string): Promise<string> {
  const { releaseDevices } = await a.get<{ releaseDevices: { handover: { id: string } }[] }>(`mutation { releaseDevices(input: { ids: ["${device}"], way: MACHINE }) { handover { id } } }`);
  return releaseDevices[0]!.handover.id;
}

/** Signs up two companies at an api and furnishes them: A with one of everything, B with machines and apps. */
export async function twoCompanies(api: TestApi): Promise<TwoCompanies> {
  const [a, b] = [await api.newcomer('A'), await api.newcomer('B')];
  await stockStore(api);
  const { viewer } = await a.get<{ viewer: { sessions: { id: string }[] } }>('{ viewer { sessions { id } } }');
  const things = await furnish(api, a);
  const invoice = await invoiceOf(api, things.tenant);
  const ids: IdsOfA = {
    ...things,
    ...(await hiddenAppOf(api, a)),
    person: (await whoIs(a)).id,
    role: await made(a, 'mutation { createRole(input: { name: "A only", permissions: [] }) { id } }'),
    invitation: await made(a, 'mutation { invitePerson(input: { email: "guest@example.com", roleId: "viewer", language: EN }) { id } }'),
    session: viewer.sessions[0]!.id,
    key: await made(a, 'mutation { createApiKey(input: { name: "A only", permissions: ["device:read"], days: 1 }) { key { id } } }'),
    provisioningKey: await made(a, 'mutation { createProvisioningKey(input: { name: "A only", makesNew: true }) { key { id } } }'),
    handover: await handoverOf(a, things.device),
    robot: await made(a, `mutation { addRobot(input: { ${ROBOT} }) { id } }`),
    notice: await noticeTo(api, a),
    passkey: await passkeyOf(api, a),
    view: await made(a, `mutation { saveView(input: { list: MACHINES, name: "A only", ${LOOK} }) { id } }`),
    note: await made(a, noteOf(things.device)),
    type: await made(a, `mutation { ${TYPE} { id } }`),
    place: await made(a, 'mutation { createPlace(input: { kind: SITE, name: "A only" }) { id } }'),
    tag: await tagOf(a, things.device),
    bulkAction: await made(a, `mutation { startBulkAction(input: { kind: TAG, tag: "A only", machines: { deviceIds: ["${things.device}"] } }) { id } }`),
    command: await made(a, commandTo(things.device)),
    ...(await certificateOf(api, things.device)),
    history: await made(a, 'mutation { beginHistoryImport(input: { fileName: "A only.csv", fileBytes: 7 }) { id } }'),
    otaPackage: await made(a, `mutation { ${OTA_PACKAGE} { id } }`),
    campaign: await made(a, campaignOf(things.device)),
    invoice: invoice.id,
    invoiceNumber: invoice.number,
  };
  return { a, b, ids, own: { ...(await furnish(api, b)), person: (await whoIs(b)).id } };
}
