import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeviceChanges } from '@tenon/devices/api';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import type { Client } from 'graphql-ws';
import { guardBystander } from '@tenon/testing/bystander';
import { furnish, stockStore, type CompanyIds } from './testing/companies-with-apps.js';
import { liveClient } from './testing/live-client.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ids: CompanyIds;
const clients: Client[] = [];

function client(cookie: string, headers: Record<string, string> = {}): Client {
  const made = liveClient(api.url, cookie, headers);
  clients.push(made);
  return made;
}

beforeAll(async () => {
  api = await testApi();
  a = await api.newcomer('A');
  b = await api.newcomer('B');
  await stockStore(api);
  ids = await furnish(api, a);
});
afterAll(async () => {
  for (const each of clients) await each.dispose();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const changed = (): string => `subscription { deviceChanged(id: "${ids.device}") { name connection } }`;
const energyUpdated = (): string => `subscription { energyUpdated(subscriptionId: "${ids.energy}") { isComputing } }`;
const telemetry = (): string => `subscription { deviceTelemetry(deviceId: "${ids.device}") { deviceId } }`;
async function firstOf(person: Pick<TestPerson, 'cookie'>, query: string): Promise<{ data?: unknown; code?: string }> {
  const iterator = client(person.cookie).iterate({ query });
  try {
    const { value } = (await iterator.next()) as { value?: { data?: unknown; errors?: readonly { extensions: { code: string } }[] } };
    return value?.errors ? { code: value.errors[0]!.extensions.code } : { data: value?.data };
  } catch (errors) {
    return { code: (errors as { extensions: { code: string } }[])[0]!.extensions.code };
  } finally {
    await iterator.return?.();
  }
}

describe('subscriptions', () => {
  it('tell the owner of a change, as it happens', async () => {
    const iterator = client(a.cookie).iterate<{ deviceChanged: { name: string } }>({ query: changed() });
    expect((await iterator.next()).value.data).toEqual({ deviceChanged: { name: 'Press', connection: 'NEVER' } });
    const next = iterator.next();
    await a.get(`mutation { renameDevice(input: { id: "${ids.device}", name: "Press 2" }) { id } }`);
    expect((await next).value.data).toMatchObject({ deviceChanged: { name: 'Press 2' } });
    await iterator.return?.();
  });

  it('end at once when they are closed while nothing happens', async () => {
    const { viewer } = await a.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const stream = api.app.get(DeviceChanges, { strict: false }).follow(systemActor(tenantId(viewer.tenant.id)), ids.device);
    await stream.next();
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('know nothing of another company’s machine, metric or subscription', async () => {
    expect(await firstOf(b, changed())).toEqual({ code: 'DEVICE.NOT_FOUND' });
    expect(await firstOf(b, telemetry())).toEqual({ code: 'DEVICE.NOT_FOUND' });
    expect(await firstOf(b, energyUpdated())).toEqual({ code: 'SUBSCRIPTION.NOT_FOUND' });
  });

  it('tell the owner what the same ids hold', async () => {
    expect(await firstOf(a, energyUpdated())).toEqual({ data: { energyUpdated: { isComputing: false } } });
  });

  it('are closed to whoever is not signed in', async () => {
    for (const each of [changed(), telemetry(), energyUpdated()]) expect(await firstOf({ cookie: '' }, each)).toEqual({ code: 'AUTH.SIGN_IN_REQUIRED' });
  });

  it('serve nothing but subscriptions', async () => {
    expect(await firstOf(a, '{ viewer { id } }')).toEqual({ code: 'GRAPHQL_SUBSCRIPTIONS_ONLY' });
  });

  it('refuse a socket that another site opened', async () => {
    const closed = new Promise<{ code: number }>((resolve) => client(a.cookie, { origin: 'https://evil.example' }).subscribe({ query: changed() }, { next: () => undefined, error: (event) => resolve(event as { code: number }), complete: () => undefined }));
    expect((await closed).code).toBe(4403);
  });
});
