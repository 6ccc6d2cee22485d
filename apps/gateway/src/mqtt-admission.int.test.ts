import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedRefusals } from './testing/stored.js';
import { announce, issueToken, revokeToken, testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

describe.each(VERSIONS)('MQTT version %d', (protocolVersion) => {
  it('refuses a token that nobody has', async () => {
    const code = protocolVersion === 5 ? 0x86 : 4;
    await expect(connectMqtt(test, { token: `T${'0'.repeat(31)}` }, { protocolVersion })).rejects.toMatchObject({ code });
    await expect(connectMqtt(test, { token: 'admin' }, { protocolVersion })).rejects.toMatchObject({ code });
  });

  it('ends the connections of a revoked token within a second and lets it in no more', async () => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { protocolVersion });
    await publish(client, '{"x":1}');
    const gone = disconnected(client);
    const revokedAtMs = Date.now();
    await revokeToken(test.db, machine);
    expect(await gone).toBe(protocolVersion === 5 ? 0x87 : undefined);
    expect(Date.now() - revokedAtMs).toBeLessThan(1_000);
    await expect(connectMqtt(test, machine, { protocolVersion })).rejects.toMatchObject({ code: protocolVersion === 5 ? 0x87 : 5 });
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'AUTH.TOKEN_REVOKED', count: 2 }]);
  });

  it('sends the machines of a suspended company away until it is resumed', async () => {
    const other = await test.machine(test.b.tenantId);
    const [client, neighbour] = await Promise.all([connectMqtt(test, other, { protocolVersion }), connectMqtt(test, test.a, { protocolVersion })]);
    const gone = disconnected(client);
    await test.db.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [other.tenantId]);
    await announce(test.db, { kind: 'tenant-suspended', tenantId: other.tenantId });
    expect(await gone).toBe(protocolVersion === 5 ? 0x98 : undefined);
    await expect(connectMqtt(test, other, { protocolVersion })).rejects.toMatchObject({ code: protocolVersion === 5 ? 0x8a : 5 });
    await test.db.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [other.tenantId]);
    await announce(test.db, { kind: 'tenant-resumed', tenantId: other.tenantId });
    await (await connectAgain(other, protocolVersion)).endAsync();
    expect(await publish(neighbour, '{"x":1}')).toBe(0);
    await neighbour.endAsync();
    await test.gateway.drained();
    expect(await storedRefusals(test.db, other.deviceId)).toMatchObject([{ code: 'AUTH.TENANT_SUSPENDED' }]);
  });
});

/** The announcement may still be on its way. */
async function connectAgain(machine: { token: string }, protocolVersion: 4 | 5): ReturnType<typeof connectMqtt> {
  try {
    return await connectMqtt(test, machine, { protocolVersion });
  } catch {
    return connectAgain(machine, protocolVersion);
  }
}

it('knows a token at once that was tried before it was issued', async () => {
  const machine = await test.machine();
  await revokeToken(test.db, machine);
  const token = await issueToken(test.db, machine);
  await announce(test.db, { kind: 'token-revoked', tenantId: machine.tenantId, deviceId: machine.deviceId });
  const client = await connectAgain({ token }, 5);
  expect(await publish(client, '{"x":1}')).toBe(0);
  await client.endAsync();
});

it('sends a removed machine away', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await publish(client, '{"x":1}');
  const gone = disconnected(client);
  await test.db.sql('DELETE FROM device WHERE id = $1', [machine.deviceId]);
  await announce(test.db, { kind: 'deleted', tenantId: machine.tenantId, deviceId: machine.deviceId });
  expect(await gone).toBe(0x87);
});

it('looks every token up again when announcements were missed', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const gone = disconnected(client);
  await test.db.sql('UPDATE device_token SET revoked_at = now() WHERE device_id = $1', [machine.deviceId]);
  // The listener's connection breaks: it connects again, and cannot know what was said between.
  await test.db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`);
  expect(await gone).toBe(0x87);
});

it('limits how often one address connects', async () => {
  const limited = await testGateway({ connectsPerMinute: 3 });
  for (let i = 0; i < 3; i += 1) await (await connectMqtt(limited, limited.a)).endAsync();
  await expect(connectMqtt(limited, limited.a)).rejects.toMatchObject({ code: 0x9f });
  await expect(connectMqtt(limited, limited.a, { protocolVersion: 4 })).rejects.toMatchObject({ code: 3 });
  await limited.close();
});
