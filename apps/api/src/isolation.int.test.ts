import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { STAFF_PERMISSIONS, TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { keyPermissions } from '@tenon/domain/identity';
import { isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { rowsOfCompany, type CompanyRows } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { furnish, indicatorManifest, invoiceOf, stockStore, type CompanyIds } from './testing/companies-with-apps.js';
import { declaredDoors } from './testing/declared-doors.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ids: CompanyIds & { hiddenApp: string; version: string; person: string; role: string; invitation: string; session: string; key: string; robot: string; notice: string; invoice: string; invoiceNumber: string; passkey: string; view: string; note: string };
let own: CompanyIds & { person: string };
let asItWas: CompanyRows;

const HIDDEN = 'secret-app';
const SUBMIT = 'mutation ($manifest: JSON!) { submitAppVersion(input: { manifest: $manifest }) { ... on AppVersion { id } } }';

beforeAll(async () => {
  api = await testApi();
  a = await api.newcomer('A');
  b = await api.newcomer('B');
  await stockStore(api);
  await a.get('mutation { registerPublisher(input: { name: "A soft" }) { id } }');
  const { submitAppVersion } = await a.get<{ submitAppVersion: { id: string } }>(SUBMIT, { manifest: indicatorManifest(HIDDEN) });
  const [hidden] = await api.database.sql<{ id: string }>(`SELECT id FROM app WHERE slug = $1`, [HIDDEN]);
  const { createRole } = await a.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "A only", permissions: [] }) { id } }');
  const { invitePerson } = await a.get<{ invitePerson: { id: string } }>('mutation { invitePerson(input: { email: "guest@example.com", roleId: "viewer", language: EN }) { id } }');
  const { createApiKey } = await a.get<{ createApiKey: { key: { id: string } } }>('mutation { createApiKey(input: { name: "A only", permissions: ["device:read"], days: 1 }) { key { id } } }');
  const { addRobot } = await a.get<{ addRobot: { id: string } }>(`mutation { addRobot(input: { ${ROBOT} }) { id } }`);
  const { saveView } = await a.get<{ saveView: { id: string } }>(`mutation { saveView(input: { list: MACHINES, name: "A only", ${LOOK} }) { id } }`);
  const { viewer } = await a.get<{ viewer: { sessions: { id: string }[] } }>('{ viewer { sessions { id } } }');
  ids = { ...(await furnish(api, a)), hiddenApp: hidden!.id, version: submitAppVersion.id, person: (await whoIs(a)).id, role: createRole.id, invitation: invitePerson.id, session: viewer.sessions[0]!.id, key: createApiKey.key.id, robot: addRobot.id, notice: await noticeTo(a), passkey: await passkeyOf(a), view: saveView.id, note: '', invoice: '', invoiceNumber: '' };
  const invoice = await invoiceOf(api, ids.tenant);
  const { addAnnotation } = await a.get<{ addAnnotation: { id: string } }>(noteOf(ids.device));
  ids = { ...ids, note: addAnnotation.id, invoice: invoice.id, invoiceNumber: invoice.number };
  own = { ...(await furnish(api, b)), person: (await whoIs(b)).id };
  asItWas = await rowsOfCompany(api.database, ids.tenant);
});

// Whatever B and strangers tried, not a row of A is another.
afterEach(async () => expect(await rowsOfCompany(api.database, ids.tenant)).toEqual(asItWas));
afterAll(() => api.close());

const noteOf = (device: string): string => `mutation { addAnnotation(input: { deviceId: "${device}", from: "2026-01-05T08:00:00Z", text: "A only" }) { id } }`;
const LOOK = 'look: { query: "q=secret", hiddenColumns: [] }';
const ROBOT = 'kind: WECOM, name: "A only", language: ZH, noticeKinds: [TENANT_RESUMED], address: { url: "https://robots.example/hook" }';

/** Puts a notice into somebody's inbox, as the worker would. */
async function noticeTo(person: TestPerson): Promise<string> {
  const { id, tenant } = await whoIs(person);
  const [notice] = await api.database.sql<{ id: string }>(`INSERT INTO notice (tenant_id, id, kind, facts) VALUES ($1, gen_random_uuid(), 'tenant.resumed', '{}') RETURNING id`, [tenant?.id]);
  await api.database.sql('INSERT INTO notice_receipt (tenant_id, user_id, notice_id, raised_at) VALUES ($1, $2, $3, now())', [tenant?.id, id, notice?.id]);
  return notice!.id;
}

/** Gives somebody a passkey, as their browser would. */
async function passkeyOf({ email }: TestPerson): Promise<string> {
  const [passkey] = await api.database.sql<{ id: string }>(
    `INSERT INTO auth.passkey (user_id, name, credential_id, public_key, sign_count, is_syncable) SELECT id, 'A only', '\\x01', '\\x02', 0, false FROM auth."user" WHERE email = $1 RETURNING id`, [email]);
  return passkey!.id;
}

const RANGE = 'from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z"';
const HOURS = 'hours: [{ fromMinute: 0, toMinute: 1440, band: FLAT }], prices: { peak: 1, flat: 1, valley: 1 }, emissionFactorKgPerKwh: 0.5, timeZone: "Asia/Shanghai"';

interface Probe {
  readonly by: () => string;
  /** Null where it does what is asked, with B's own alone. */
  readonly says: string | null;
}

/** Every operation that takes an id, called with A's id; what B must be told. A root field that stands in no list here fails the suite. */
const PROBES: Readonly<Record<string, Probe>> = {
  'Query.device': { by: () => `{ device(id: "${ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Query.seriesRange': { by: () => `{ seriesRange(input: { seriesIds: ["${ids.series}"], ${RANGE} }) { seriesId } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesOverview': { by: () => `{ seriesOverview(seriesId: "${ids.series}") { seriesId } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesPoints': { by: () => `{ seriesPoints(input: { seriesId: "${ids.series}", ${RANGE} }) { nodes { at } } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesStates': { by: () => `{ seriesStates(input: { seriesId: "${ids.series}", ${RANGE} }) { value } }`, says: 'SERIES.NOT_FOUND' },
  'Query.app': { by: () => `{ app(slug: "${HIDDEN}") { id } }`, says: 'APP.NOT_FOUND' },
  'Query.subscription': { by: () => `{ subscription(id: "${ids.energy}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.energyReport': { by: () => `{ energyReport(input: { subscriptionId: "${ids.energy}", ${RANGE}, period: DAY }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.indicatorReport': { by: () => `{ indicatorReport(input: { subscriptionId: "${ids.indicators}", ${RANGE} }) { timeZone } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Query.invoice': { by: () => `{ invoice(id: "${ids.invoice}") { number } }`, says: 'INVOICE.NOT_FOUND' },
  'Query.member': { by: () => `{ member(id: "${ids.person}") { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Query.company': { by: () => `{ company(id: "${ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.outboxMailText': { by: () => `{ outboxMailText(id: "${ids.tenant}") { text } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.changeMemberRole': { by: () => `mutation { changeMemberRole(input: { id: "${ids.person}", roleId: "viewer" }) { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.removeMember': { by: () => `mutation { removeMember(id: "${ids.person}") }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.transferOwnership': { by: () => `mutation { transferOwnership(input: { to: "${ids.person}", password: "a long enough secret" }) { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.updateRole': { by: () => `mutation { updateRole(input: { id: "${ids.role}", name: "stolen", permissions: [] }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'Mutation.deleteRole': { by: () => `mutation { deleteRole(id: "${ids.role}") }`, says: 'ROLE.NOT_FOUND' },
  'Mutation.resendInvitation': { by: () => `mutation { resendInvitation(id: "${ids.invitation}") { id } }`, says: 'INVITATION.NOT_FOUND' },
  'Mutation.revokeInvitation': { by: () => `mutation { revokeInvitation(id: "${ids.invitation}") }`, says: 'INVITATION.NOT_FOUND' },
  'Mutation.revokeApiKey': { by: () => `mutation { revokeApiKey(id: "${ids.key}") }`, says: 'API_KEY.NOT_FOUND' },
  'Mutation.markNoticeRead': { by: () => `mutation { markNoticeRead(id: "${ids.notice}") { id } }`, says: 'NOTICE.NOT_FOUND' },
  ...{ 'Mutation.updateRobot': { by: () => `mutation { updateRobot(input: { id: "${ids.robot}", name: "stolen" }) { id } }`, says: 'ROBOT.NOT_FOUND' }, 'Mutation.removeRobot': { by: () => `mutation { removeRobot(id: "${ids.robot}") }`, says: 'ROBOT.NOT_FOUND' }, 'Mutation.testRobot': { by: () => `mutation { testRobot(id: "${ids.robot}") { isTaken } }`, says: 'ROBOT.NOT_FOUND' } },
  ...{ 'Mutation.updateView': { by: () => `mutation { updateView(input: { id: "${ids.view}", name: "stolen" }) { id } }`, says: 'VIEW.NOT_FOUND' }, 'Mutation.deleteView': { by: () => `mutation { deleteView(id: "${ids.view}") }`, says: 'VIEW.NOT_FOUND' } },
  ...{ 'Mutation.addAnnotation': { by: () => noteOf(ids.device), says: 'DEVICE.NOT_FOUND' }, 'Mutation.updateAnnotation': { by: () => `mutation { updateAnnotation(input: { id: "${ids.note}", text: "stolen" }) { id } }`, says: 'ANNOTATION.NOT_FOUND' }, 'Mutation.deleteAnnotation': { by: () => `mutation { deleteAnnotation(id: "${ids.note}") }`, says: 'ANNOTATION.NOT_FOUND' } },
  ...{ 'Mutation.updateOfficeView': { by: () => `mutation { updateOfficeView(input: { id: "${ids.view}", name: "stolen" }) { id } }`, says: 'AUTH.FORBIDDEN' }, 'Mutation.deleteOfficeView': { by: () => `mutation { deleteOfficeView(id: "${ids.view}") }`, says: 'AUTH.FORBIDDEN' } },
  ...{ 'Mutation.renameDevice': { by: () => `mutation { renameDevice(input: { id: "${ids.device}", name: "stolen" }) { id } }`, says: 'DEVICE.NOT_FOUND' }, 'Mutation.deleteDevice': { by: () => `mutation { deleteDevice(id: "${ids.device}") }`, says: 'DEVICE.NOT_FOUND' } },
  ...{ 'Mutation.rotateDeviceToken': { by: () => `mutation { rotateDeviceToken(id: "${ids.device}") { token } }`, says: 'DEVICE.NOT_FOUND' }, 'Mutation.revokeDeviceToken': { by: () => `mutation { revokeDeviceToken(id: "${ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' } },
  'Mutation.describeSeries': { by: () => `mutation { describeSeries(input: { id: "${ids.series}", quantity: GAUGE }) { id } }`, says: 'SERIES.NOT_FOUND' },
  'Mutation.subscribe': { by: () => `mutation { subscribe(input: { appId: "${ids.hiddenApp}", consentedScopes: ["telemetry:read"] }) { id } }`, says: 'APP.NOT_FOUND' },
  'Mutation.configureIndicators': { by: () => bindIndicators(ids.indicators, ids.series), says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.configureEnergy': { by: () => chooseEnergy(ids.energy, ids.series), says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.unsubscribe': { by: () => `mutation { unsubscribe(id: "${ids.energy}") { id } }`, says: 'SUBSCRIPTION.NOT_FOUND' },
  'Mutation.suspendCompany': { by: () => `mutation { suspendCompany(input: { id: "${ids.tenant}", reason: "mine" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.retryJob': { by: () => 'mutation { retryJob(id: "1") { id } }', says: 'AUTH.FORBIDDEN' },
  'Mutation.confirmCreditCode': { by: () => `mutation { confirmCreditCode(input: { id: "${ids.tenant}", creditCode: "91310000631696382D" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.changeCompanyPlan': { by: () => `mutation { changeCompanyPlan(input: { id: "${ids.tenant}", plan: ENTERPRISE }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.giveCompanyQuota': { by: () => `mutation { giveCompanyQuota(input: { id: "${ids.tenant}", meter: DEVICES, quota: 1 }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Query.officeInvoice': { by: () => `{ officeInvoice(id: "${ids.invoice}") { number } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.recordRefund': { by: () => `mutation { recordRefund(input: { invoiceNumber: "${ids.invoiceNumber}", amountMinor: 1, paidOn: "2026-11-05" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.creditInvoice': { by: () => `mutation { creditInvoice(input: { invoiceNumber: "${ids.invoiceNumber}", reason: "mine", parts: [{ lineNo: 1, amountMinor: 29900 }] }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.assignBankEntry': { by: () => `mutation { assignBankEntry(input: { entryId: "${ids.invoice}", invoiceNumber: "${ids.invoiceNumber}" }) { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.recordBankStatement': { by: () => `mutation { recordBankStatement(csv: "date,amount,payer,reference,id\\n2026-11-05,299,B,${ids.invoiceNumber},1") { matched } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.beginFactorReset': { by: () => `mutation { beginFactorReset(input: { companyId: "${ids.tenant}", email: "${a.email}", check: "I say that they are who they say" }) }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.resumeCompany': { by: () => `mutation { resumeCompany(id: "${ids.tenant}") { id } }`, says: 'AUTH.FORBIDDEN' },
  'Mutation.decideAppVersion': { by: () => `mutation { decideAppVersion(input: { versionId: "${ids.version}", decision: APPROVE }) { id } }`, says: 'AUTH.FORBIDDEN' },
};

/** B's own things pointed at A's metrics: these pass the first look, which finds what is B's own. */
const CROSSED: Readonly<Record<string, Probe>> = {
  'energy of B reading a metric of A': { by: () => chooseEnergy(own.energy, ids.series), says: 'SERIES.NOT_FOUND' },
  'energy of B reading one of its own and one of A': { by: () => chooseEnergy(own.energy, own.series, ids.series), says: 'SERIES.NOT_FOUND' },
  'indicators of B reading a metric of A': { by: () => bindIndicators(own.indicators, ids.series), says: 'SERIES.NOT_FOUND' },
  'a person of B given a role of A': { by: () => `mutation { changeMemberRole(input: { id: "${own.person}", roleId: "${ids.role}" }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'a person invited by B to a role of A': { by: () => `mutation { invitePerson(input: { email: "new@example.com", roleId: "${ids.role}", language: EN }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'a range of B’s own metric and of A’s': { by: () => `{ seriesRange(input: { seriesIds: ["${own.series}", "${ids.series}"], ${RANGE} }) { seriesId } }`, says: 'SERIES.NOT_FOUND' },
};

/** Root fields that name nothing of another company: what they show B is B's own, and a stranger nothing. */
const OWN_ONLY: Readonly<Record<string, string>> = {
  'Query.companyProfile': '{ companyProfile { legalName } }',
  'Query.companyPlan': '{ companyPlan { plan { id } } }',
  'Query.planChangePreview': '{ planChangePreview(plan: STANDARD) { dueNowMinor } }',
  'Query.invoices': '{ invoices { nodes { id } } }',
  'Query.payee': '{ payee { name } }',
  'Query.members': '{ members { nodes { id } } }',
  'Query.roles': '{ roles { id } }',
  'Query.invitations': '{ invitations { nodes { id } } }',
  'Query.devices': '{ devices { totalCount } }',
  'Query.series': '{ series { nodes { id } } }',
  'Query.apps': '{ apps { nodes { id } } }',
  'Query.subscriptions': '{ subscriptions { nodes { id } } }',
  'Query.publisher': '{ publisher { id } }',
  'Query.publisherVersions': '{ publisherVersions { nodes { id } } }',
  'Query.emissionFactors': '{ emissionFactors { key } }',
  'Query.reviewQueue': '{ reviewQueue { nodes { id } } }',
  'Query.companies': '{ companies { nodes { id } } }',
  'Query.openInvoices': '{ openInvoices { nodes { companyId } } }',
  'Query.bankEntries': '{ bankEntries { nodes { id } } }',
  'Query.outboxMails': '{ outboxMails { nodes { id } } }',
  'Query.platformWork': '{ platformWork { failedCount } }',
  'Query.jobs': '{ jobs(state: FAILED) { nodes { id } } }',
  'Query.auditTrail': '{ auditTrail { nodes { id } } }',
  'Query.apiKeys': '{ apiKeys { id } }',
  'Query.exports': '{ exports { id } }',
  'Mutation.requestExport': 'mutation { requestExport { id } }',
  'Query.notices': '{ notices { nodes { id } } }',
  'Query.unreadNotices': '{ unreadNotices }',
  'Query.noticeChoices': '{ noticeChoices { kind } }',
  'Query.robots': '{ robots { id } }',
  ...{ 'Query.savedViews': '{ savedViews(list: MACHINES) { id } }', 'Query.officeViews': '{ officeViews { id } }' },
  ...{ 'Mutation.saveView': `mutation { saveView(input: { list: PEOPLE, name: "x", ${LOOK} }) { id } }`, 'Mutation.saveOfficeView': `mutation { saveOfficeView(input: { name: "x", ${LOOK} }) { id } }` },
  'Mutation.markAllNoticesRead': 'mutation { markAllNoticesRead }',
  'Mutation.chooseNotice': 'mutation { chooseNotice(input: { kind: MEMBER_JOINED, channel: MAIL, isOn: true }) { kind } }',
  'Mutation.addRobot': `mutation { addRobot(input: { ${ROBOT} }) { id } }`,
  'Mutation.createApiKey': 'mutation { createApiKey(input: { name: "nobody’s", permissions: ["device:read"], days: 1 }) { secret } }',
  'Mutation.closeCompany': 'mutation { closeCompany(input: { name: "nobody’s" }) { state } }', 'Mutation.reopenCompany': 'mutation { reopenCompany { state } }',
  'Mutation.demandSecondFactor': 'mutation { demandSecondFactor(isDemanded: true) { id } }',
  'Query.singleSignOn': '{ singleSignOn { connection { domain } } }',
  'Query.isSsoDomainProven': '{ isSsoDomainProven }',
  'Mutation.setUpSingleSignOn': 'mutation { setUpSingleSignOn(input: { issuer: "https://127.0.0.1", clientId: "x", clientSecret: "x", domain: "nobody.example" }) { domain } }',
  'Mutation.removeSingleSignOn': 'mutation { removeSingleSignOn }',
  'Query.auditChain': '{ auditChain { length } }',
  'Mutation.keepAuditTrail': 'mutation { keepAuditTrail(months: 12) { keepMonths } }',
  'Mutation.updateTenant': 'mutation { updateTenant(input: { name: "nobody’s" }) { id } }',
  'Mutation.updateCompanyProfile': 'mutation { updateCompanyProfile(input: { legalName: "nobody’s" }) { legalName } }',
  'Mutation.changePlan': 'mutation { changePlan(input: { plan: STANDARD, dueNowMinor: 0 }) { today } }',
  'Mutation.withdrawPlanChange': 'mutation { withdrawPlanChange { today } }',
  'Mutation.setCap': 'mutation { setCap(input: { meter: DEVICES, cap: 1 }) { today } }',
  'Mutation.leaveCompany': 'mutation { leaveCompany }',
  'Mutation.invitePerson': 'mutation { invitePerson(input: { email: "nobody@example.com", roleId: "viewer", language: EN }) { id } }',
  'Mutation.createRole': 'mutation { createRole(input: { name: "nobody’s", permissions: ["device:update"] }) { id } }',
  'Mutation.createDevice': 'mutation { createDevice(input: { name: "nobody’s" }) { token } }',
  'Mutation.addSimulatedDevice': 'mutation { addSimulatedDevice(input: {}) { id } }',
  'Mutation.registerPublisher': 'mutation { registerPublisher(input: { name: "nobody’s" }) { id } }',
  'Mutation.submitAppVersion': 'mutation { submitAppVersion(input: { manifest: {} }) { __typename } }',
};
/** One's own inbox and views are a person's, whatever their role. */
const INBOX = ['Query.notices', 'Query.unreadNotices', 'Query.noticeChoices', 'Mutation.markNoticeRead', 'Mutation.markAllNoticesRead', 'Mutation.chooseNotice', 'Query.savedViews', 'Mutation.saveView', 'Mutation.updateView', 'Mutation.deleteView'];
/** Open to every role: to know what one may do and whose one is, what one is told, and to go. */
const EVERYBODYS = [...INBOX, 'Query.roles', 'Query.companyProfile', 'Mutation.leaveCompany'];
/** Open to whoever is signed in, whatever company they are in; B with A's ids, and a stranger. */
const PERSONAL: Readonly<Record<string, Probe>> = {
  'Mutation.switchCompany': { by: () => `mutation { switchCompany(id: "${ids.tenant}") { id name } }`, says: 'TENANT.NOT_FOUND' },
  'Mutation.endSession': { by: () => `mutation { endSession(id: "${ids.session}") }`, says: 'SESSION.NOT_FOUND' },
  'Mutation.endOtherSessions': { by: () => 'mutation { endOtherSessions }', says: null },
  'Mutation.beginSecondFactor': { by: () => 'mutation { beginSecondFactor(password: "not mine") { secret } }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.confirmSecondFactor': { by: () => 'mutation { confirmSecondFactor(code: "123456") { codes } }', says: 'SECOND_FACTOR.NOT_BEGUN' },
  'Mutation.renewRecoveryCodes': { by: () => 'mutation { renewRecoveryCodes(password: "a long enough secret") { codes } }', says: 'SECOND_FACTOR.NOT_ON' },
  'Mutation.turnOffSecondFactor': { by: () => 'mutation { turnOffSecondFactor(password: "a long enough secret") { id } }', says: 'SECOND_FACTOR.NOT_ON' },
  'Mutation.beginPasskey': { by: () => 'mutation { beginPasskey(password: "not mine") { challenge } }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.addPasskey': { by: () => 'mutation { addPasskey(input: { name: "x", credentialId: "", clientData: "", attestation: "" }) { id } }', says: 'PASSKEY.NOT_MADE' },
  'Mutation.renamePasskey': { by: () => `mutation { renamePasskey(id: "${ids.passkey}", name: "stolen") { id } }`, says: 'PASSKEY.NOT_FOUND' },
  'Mutation.removePasskey': { by: () => `mutation { removePasskey(id: "${ids.passkey}", password: "a long enough secret") }`, says: 'PASSKEY.NOT_FOUND' },
  'Mutation.stopFactorReset': { by: () => 'mutation { stopFactorReset { id } }', says: 'SECOND_FACTOR.NO_RESET' },
  'Mutation.sendVerificationMail': { by: () => 'mutation { sendVerificationMail }', says: 'AUTH.EMAIL_ALREADY_VERIFIED' },
  'Mutation.createCompany': { by: () => 'mutation { createCompany(input: { name: " " }) { id } }', says: 'AUTH.COMPANY_NAME_REQUIRED' },
};
/** Open to all: it says whether anybody is signed in. */
const OPEN = 'Query.viewer';
/** Signing in and what goes with it is done by those who are not signed in; the platform’s public keys are everybody’s. */
const OPEN_ROUTES = [...['invitation', 'accept-invitation', 'sign-up', 'sign-in', 'second-step', 'passkey-challenge', 'passkey', 'sso-begin', 'sso-callback', 'sign-out', 'request-password-reset', 'reset-password', 'verify-email'].map((path) => `route api/auth/${path}`), 'route .well-known/tenon-keys.json'];
/** Subscriptions are probed over their own protocol, in live.int.test.ts. */
const LIVE = ['Subscription.deviceChanged', 'Subscription.deviceTelemetry', 'Subscription.energyUpdated', 'Subscription.exportsChanged', 'Subscription.unreadNoticesChanged'];

function chooseEnergy(subscriptionId: string, ...seriesIds: string[]): string {
  return `mutation { configureEnergy(input: { subscriptionId: "${subscriptionId}", seriesIds: ${JSON.stringify(seriesIds)}, ${HOURS} }) { id } }`;
}

function bindIndicators(subscriptionId: string, seriesId: string): string {
  return `mutation { configureIndicators(input: { subscriptionId: "${subscriptionId}", bindings: [{ input: "power", seriesId: "${seriesId}" }] }) { id } }`;
}

const codesOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }): string[] => (errors ?? []).map((error) => error.extensions.code);

function rootFields(schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.values(type?.getFields() ?? {}).map((field): [string, GraphQLField<unknown, unknown>] => [`${type?.name}.${field.name}`, field]));
}

describe('company B with every id of company A', () => {
  it('has a probe for every operation', () => {
    const fields = rootFields(api.app.get(GraphQLSchemaHost).schema).map(([name]) => name).sort();
    expect(fields).toEqual([...Object.keys(PROBES), ...Object.keys(OWN_ONLY), ...Object.keys(PERSONAL), OPEN, ...LIVE].sort());
  });

  it.each(Object.keys(PROBES))('%s', async (name) => {
    const probe = PROBES[name]!;
    expect(codesOf(await b.ask(probe.by()))).toEqual([probe.says]);
    expect(codesOf(await api.ask(probe.by()))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it.each(Object.keys(PERSONAL))('%s', async (name) => {
    const probe = PERSONAL[name]!;
    expect(codesOf(await b.ask(probe.by()))).toEqual(probe.says === null ? [] : [probe.says]);
    expect(codesOf(await api.ask(probe.by()))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it.each(Object.keys(CROSSED))('%s', async (name) => {
    const probe = CROSSED[name]!;
    expect(codesOf(await b.ask(probe.by()))).toEqual([probe.says]);
  });

  it('may do the same with what is its own', async () => {
    await b.get(chooseEnergy(own.energy, own.series));
    await b.get(bindIndicators(own.indicators, own.series));
  });

  it('sees none of A’s in its lists', async () => {
    const lists = await b.get<Record<string, { nodes: { id: string }[] }>>('{ invitations { nodes { id } } members { nodes { id } } devices { nodes { id } } series { nodes { id } } subscriptions { nodes { id } } publisherVersions { nodes { id } } apps { nodes { id: slug } } }');
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.nodes.map(({ id }) => id).sort()]))).toEqual({
      invitations: [], members: [own.person], devices: [own.device], series: [own.series], subscriptions: [own.energy, own.indicators].sort(), publisherVersions: [], apps: ['energy-carbon', 'open-indicators'],
    });
    for (const office of ['Query.companies', 'Query.openInvoices', 'Query.bankEntries', 'Query.reviewQueue', 'Query.outboxMails', 'Query.platformWork', 'Query.jobs']) expect(codesOf(await b.ask(OWN_ONLY[office]!))).toEqual(['AUTH.FORBIDDEN']);
  });

  it('cannot take a slug that A’s hidden app holds', async () => {
    await b.get('mutation { registerPublisher(input: { name: "B soft" }) { id } }');
    expect(codesOf(await b.ask(SUBMIT, { manifest: indicatorManifest(HIDDEN, '2.0.0') }))).toEqual(['APP.SLUG_TAKEN']);
  });
});

describe('whoever may do less', () => {
  const doors: Readonly<Record<string, () => string>> = {
    ...Object.fromEntries(Object.entries(PROBES).map(([name, { by }]) => [name, by])),
    ...Object.fromEntries(Object.entries(OWN_ONLY).map(([name, text]) => [name, () => text])),
  };
  let lesser: Colleague;
  let removed: Colleague;
  let ended: Colleague;
  let role: string;
  beforeAll(async () => {
    const { createRole } = await b.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Lesser", permissions: [] }) { id } }');
    role = createRole.id;
    [lesser, removed, ended] = [await colleague(api, own.tenant, role), await colleague(api, own.tenant, 'admin'), await colleague(api, own.tenant, 'admin')];
    await b.get('mutation ($id: ID!) { removeMember(id: $id) }', { id: removed.id });
    await api.post('/api/auth/sign-out', {}, { cookie: ended.cookie });
  });

  it.each(Object.keys(doors).filter((name) => !EVERYBODYS.includes(name)))('by the one permission that it asks for is refused by %s', async (name) => {
    const permission = declaredDoors(api.app).find((door) => door.name === name)?.lets;
    await api.database.sql('UPDATE tenant_role SET permissions = $2 WHERE id = $1', [role, TENANT_PERMISSIONS.filter((each) => each !== permission)]);
    const { errors } = await lesser.ask(doors[name]!());
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'AUTH.FORBIDDEN', details: { permission } }]);
  });

  it.each(Object.keys(doors))('as they have no second factor where one is demanded is refused by %s', async (name) => {
    await api.database.sql('UPDATE tenant SET demands_second_factor = true WHERE id = $1', [own.tenant]);
    const codes = codesOf(await lesser.ask(doors[name]!()));
    await api.database.sql('UPDATE tenant SET demands_second_factor = false WHERE id = $1', [own.tenant]);
    const isOffice = STAFF_PERMISSIONS.some((each) => each === declaredDoors(api.app).find((door) => door.name === name)?.lets);
    expect(codes).toEqual([isOffice ? 'AUTH.FORBIDDEN' : 'AUTH.SECOND_FACTOR_REQUIRED']);
  });

  it.each(Object.keys(doors))('as they were removed is refused by %s', async (name) => {
    expect(codesOf(await removed.ask(doors[name]!()))).toEqual(['AUTH.FORBIDDEN']);
  });

  it.each(Object.keys(doors))('as their session has ended is refused by %s', async (name) => {
    expect(codesOf(await ended.ask(doors[name]!()))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });
});

describe('a program with a key of company B', () => {
  const HOLDABLE = keyPermissions(TENANT_PERMISSIONS);
  const letsIn = (name: string): string => declaredDoors(api.app).find((door) => door.name === name)?.lets ?? '';
  const isHeld = (name: string): boolean => HOLDABLE.includes(letsIn(name));
  /** What only a person does, though every role may. */
  const BY_PERSONS = ['Mutation.leaveCompany', ...INBOX];
  let key: { id: string; secret: string };
  const askBy = async (query: string, secret = key.secret): Promise<Answer> => (await api.post('/graphql', { query }, { authorization: `Bearer ${secret}`, cookie: b.cookie })).json() as Promise<Answer>;
  const hold = (permissions: readonly string[]): Promise<unknown> => api.database.sql('UPDATE api_key SET permissions = $2 WHERE id = $1', [key.id, permissions]);

  beforeAll(async () => {
    const made = await b.get<{ createApiKey: { secret: string; key: { id: string } } }>('mutation ($permissions: [String!]!) { createApiKey(input: { name: "All", permissions: $permissions, days: 1 }) { secret key { id } } }', { permissions: HOLDABLE });
    key = { id: made.createApiKey.key.id, secret: made.createApiKey.secret };
  });

  it.each(Object.keys(PROBES))('reaches nothing of A by %s', async (name) => {
    await hold(HOLDABLE);
    expect(codesOf(await askBy(PROBES[name]!.by()))).toEqual([BY_PERSONS.includes(name) ? 'AUTH.PERSON_REQUIRED' : isHeld(name) ? PROBES[name]!.says : 'AUTH.FORBIDDEN']);
  });

  it.each(Object.keys(CROSSED))('nor by %s', async (name) => {
    await hold(HOLDABLE);
    const { by, says } = CROSSED[name]!;
    expect([[says], ['AUTH.FORBIDDEN']]).toContainEqual(codesOf(await askBy(by())));
  });

  it.each(Object.keys(PERSONAL))('is nobody’s person in %s', async (name) => {
    expect(codesOf(await askBy(PERSONAL[name]!.by()))).toEqual(['AUTH.PERSON_REQUIRED']);
  });

  it.each([...Object.keys(PROBES), ...Object.keys(OWN_ONLY)])('is refused by %s without the one permission that it asks for', async (name) => {
    const permission = letsIn(name);
    await hold(HOLDABLE.filter((each) => each !== permission));
    const { errors } = await askBy(PROBES[name]?.by() ?? OWN_ONLY[name]!);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'AUTH.FORBIDDEN', details: { permission } }]);
  });

  it.each(BY_PERSONS)('does not %s', async (name) => {
    await hold(HOLDABLE);
    expect(codesOf(await askBy(PROBES[name]?.by() ?? OWN_ONLY[name]!))).toEqual(['AUTH.PERSON_REQUIRED']);
  });

  it.each([...Object.keys(PROBES), ...Object.keys(OWN_ONLY), ...Object.keys(PERSONAL), OPEN])('is nobody in %s once the key is revoked, whatever cookie comes with it', async (name) => {
    await api.database.sql('UPDATE api_key SET revoked_at = now() WHERE id = $1', [key.id]);
    const query = (PROBES[name] ?? PERSONAL[name])?.by() ?? OWN_ONLY[name] ?? '{ viewer { id } }';
    expect(codesOf(await askBy(query))).toEqual(['AUTH.KEY_INVALID']);
  });
});

describe('a stranger', () => {
  it.each(Object.keys(OWN_ONLY))('is let into nothing by %s', async (name) => {
    expect(codesOf(await api.ask(OWN_ONLY[name]!))).toEqual(['AUTH.SIGN_IN_REQUIRED']);
  });

  it('is told that nobody is signed in', async () => {
    expect(await api.ask('{ viewer { id tenant { id } } }')).toEqual({ data: { viewer: null } });
  });
});

describe('the doors', () => {
  const VOCABULARY: readonly string[] = [...TENANT_PERMISSIONS, ...STAFF_PERMISSIONS];

  it('has one behind every root field, and no field that nobody resolves', () => {
    const doors = declaredDoors(api.app).map(({ name }) => name);
    const fields = rootFields(api.app.get(GraphQLSchemaHost).schema).map(([name]) => name);
    expect(doors.filter((name) => !name.startsWith('route ')).sort()).toEqual(fields.sort());
  });

  it('asks a permission of the vocabulary at each, or says why it is open', () => {
    const doors = declaredDoors(api.app);
    expect(doors.filter(({ lets }) => lets === undefined)).toEqual([]);
    expect(doors.filter(({ lets }) => !VOCABULARY.includes(lets ?? '')).map(({ name }) => name).sort()).toEqual(['Query.viewer', ...Object.keys(PERSONAL), ...OPEN_ROUTES].sort());
  });

  it('resolves every field that takes arguments', () => {
    const unresolved = Object.values(api.app.get(GraphQLSchemaHost).schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).filter((field) => field.args.length > 0 && !field.resolve && !field.subscribe).map((field) => `${type.name}.${field.name}`));
    expect(unresolved).toEqual([]);
  });
});
