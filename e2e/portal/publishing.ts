import { EXAMPLE_MANIFEST } from '../../apps/portal/src/areas/developer/example-manifest.js';
import { send } from '../clients/device.js';
import { eventually, Person } from '../clients/person.js';
import { verifyAddress } from './outbox.js';

const PASSWORD = 'a long enough secret';
const MINUTE_MS = 60_000;
/** What a moulding machine tells, by the example's inputs: its counters run, its cycle varies. */
const READINGS = [
  { good: 1_000, scrap: 10, cycle: 30 },
  { good: 1_040, scrap: 12, cycle: 34 },
] as const;

let made = 0;

/** A manifest that nobody has sent yet. */
const manifest = (): object => ({ ...EXAMPLE_MANIFEST, slug: `app-${process.pid}-${Date.now()}-${(made += 1)}` });

async function submit(person: Person): Promise<string> {
  const sent = await person.ask<{ submitAppVersion: { id?: string } }>('mutation ($input: SubmitAppVersionInput!) { submitAppVersion(input: $input) { ... on AppVersion { id } } }', { input: { manifest: manifest() } });
  return sent.submitAppVersion.id ?? '';
}

/** Lists a version and subscribes its own company to it, as anybody else would. */
async function subscribeToOwn(person: Person, staff: Person): Promise<string> {
  const versionId = await submit(person);
  const { decideAppVersion: version } = await staff.ask<{ decideAppVersion: { slug: string } }>('mutation ($input: DecideAppVersionInput!) { decideAppVersion(input: $input) { slug } }', { input: { versionId, decision: 'APPROVE' } });
  const { app } = await person.ask<{ app: { id: string } }>('query ($slug: String!) { app(slug: $slug) { id } }', { slug: version.slug });
  const input = { appId: app.id, consentedScopes: EXAMPLE_MANIFEST.scopes.map(({ permission }) => permission) };
  const { subscribe } = await person.ask<{ subscribe: { id: string } }>('mutation ($input: SubscribeInput!) { subscribe(input: $input) { id } }', { input });
  return subscribe.id;
}

/** Gives a machine's readings to the app, each input by the metric of its name. */
async function bind(person: Person, subscriptionId: string): Promise<void> {
  const { token } = await person.addMachine('注塑机');
  const now = Date.now();
  await send(token, READINGS.map((values, index) => ({ ts: now - (READINGS.length - index) * MINUTE_MS, values })));
  const { series } = await eventually(
    () => person.ask<{ series: { nodes: { id: string; key: string }[] } }>('{ series { nodes { id key } } }'),
    (told) => told.series.nodes.length === EXAMPLE_MANIFEST.inputs.length,
  );
  const bindings = series.nodes.map(({ id, key }) => ({ input: key, seriesId: id }));
  await person.ask('mutation ($input: ConfigureIndicatorsInput!) { configureIndicators(input: $input) { id } }', { input: { subscriptionId, bindings } });
}

/** Chooses a plan at what it costs, and gives its invoice. */
async function invoiceOf(person: Person): Promise<string> {
  const { planChangePreview } = await person.ask<{ planChangePreview: { dueNowMinor: number } }>('{ planChangePreview(plan: STANDARD) { dueNowMinor } }');
  await person.ask('mutation ($input: ChangePlanInput!) { changePlan(input: $input) { today } }', { input: { plan: 'STANDARD', dueNowMinor: planChangePreview.dueNowMinor } });
  const { invoices } = await person.ask<{ invoices: { nodes: { id: string }[] } }>('{ invoices(first: 1) { nodes { id } } }');
  return invoices.nodes[0]?.id ?? '';
}

/** Begins to bring a configuration to a machine that is not there. */
async function campaignOf(person: Person): Promise<string> {
  const { id } = await person.addMachine('冲床');
  const plan = { stages: [{ upTo: 100, unit: 'PERCENT', updatedPercent: 100, waitMinutes: 0 }], timeoutMinutes: 60, retries: 0 };
  const { startCampaign } = await person.ask<{ startCampaign: { id: string } }>('mutation ($input: StartCampaignInput!) { startCampaign(input: $input) { id } }', { input: { name: '上报间隔', values: { reporting_interval_s: 5 }, machines: { deviceIds: [id] }, plan } });
  return startCampaign.id;
}

/** A company that publishes and pays for a plan: a version of one app waits for review, another of its apps is listed, and the company itself uses it; a campaign of its is under way. */
export async function publishers(staff: Person): Promise<{ developer: { email: string; password: string }; version: string; indicators: string; invoice: string; type: string; campaign: string }> {
  const developer = { email: `developer-${process.pid}-${Date.now()}@example.com`, password: PASSWORD };
  const person = await Person.signUp('杨浦软件', developer);
  await verifyAddress(developer.email);
  await person.ask('mutation ($name: String!) { registerPublisher(input: { name: $name }) { id } }', { name: `杨浦软件 ${process.pid} ${Date.now()}` });
  const indicators = await subscribeToOwn(person, staff);
  await bind(person, indicators);
  const { createDeviceType: type } = await person.ask<{ createDeviceType: { id: string } }>('mutation { createDeviceType(input: { libraryKey: "injection-moulding" }) { id } }');
  return { developer, version: await submit(person), indicators, invoice: await invoiceOf(person), type: type.id, campaign: await campaignOf(person) };
}
