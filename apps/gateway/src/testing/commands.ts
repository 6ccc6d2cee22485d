import { randomUUID } from 'node:crypto';
import type { IPublishPacket, MqttClient } from 'mqtt';
import { announce, type TestGateway, type TestMachine } from './test-gateway.js';

/** A command as the devices module sends it. */
export interface TestCommand {
  readonly method: string;
  readonly params?: unknown;
  readonly expectsAnswer?: boolean;
  readonly timeoutMs?: number;
  readonly expiresInMs?: number;
}

/** Sends a command and announces it, as the devices module does. @returns its id */
export async function sendCommand({ db }: TestGateway, { tenantId, deviceId }: TestMachine, command: TestCommand): Promise<string> {
  const { method, params = {}, expectsAnswer = true, timeoutMs = 60_000, expiresInMs = 60_000 } = command;
  const id = randomUUID();
  const [device] = await db.sql<{ number: number }>('UPDATE device SET last_command_number = last_command_number + 1 WHERE id = $1 RETURNING last_command_number AS number', [deviceId]);
  await db.sql(
    `INSERT INTO device_command (tenant_id, id, device_id, number, method, params, expects_answer, timeout_ms, expires_at, due_at, author_id, author_name)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, due, due, $1, 'test' FROM (SELECT now() + $9 * interval '1 millisecond' AS due) d`,
    [tenantId, id, deviceId, device?.number, method, JSON.stringify(params), expectsAnswer, timeoutMs, expiresInMs],
  );
  await announce(db, { kind: 'command', tenantId, deviceId });
  return id;
}

/** Resolves with what is stored of a command once it is in one of these states. */
export async function commandIn({ db }: TestGateway, id: string, ...states: readonly string[]): Promise<Record<string, unknown>> {
  for (;;) {
    const [row] = await db.sql<Record<string, unknown>>('SELECT state, answer, failure, sent_at, delivered_at, settled_at, due_at, gateway_id FROM device_command WHERE id = $1', [id]);
    if (row && states.includes(String(row['state']))) return row;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Asks a machine for a state and announces it, as the devices module does; null for what is asked no more. */
export async function desire({ db }: TestGateway, { tenantId, deviceId }: TestMachine, values: Readonly<Record<string, unknown>>): Promise<void> {
  await db.sql(
    `WITH d AS (UPDATE device SET desired_version = desired_version + 1 WHERE id = $2 RETURNING desired_version)
     INSERT INTO desired_attribute (tenant_id, device_id, key, value, version) SELECT $1, $2, key, nullif(value, 'null'::jsonb), desired_version FROM d, jsonb_each($3::jsonb)
     ON CONFLICT (tenant_id, device_id, key) DO UPDATE SET value = excluded.value, version = excluded.version`,
    [tenantId, deviceId, JSON.stringify(values)],
  );
  await announce(db, { kind: 'desired', tenantId, deviceId });
}

/** What a client hears from now on, one after another: `[topic, payload]`. */
export function heardBy(client: MqttClient): { next(): Promise<[topic: string, payload: unknown]> } {
  const messages: [string, unknown][] = [];
  const waiting: ((message: [string, unknown]) => void)[] = [];
  client.on('message', (topic, payload) => {
    const message: [string, unknown] = [topic, JSON.parse(payload.toString())];
    const first = waiting.shift();
    if (first) first(message);
    else messages.push(message);
  });
  return {
    next: () => {
      const first = messages.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/** The next message's packet. */
export function nextPacket(client: MqttClient): Promise<IPublishPacket> {
  return new Promise((resolve) => client.once('message', (_topic, _payload, packet) => resolve(packet)));
}
