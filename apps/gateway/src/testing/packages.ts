import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PIECE_BYTES } from '@tenon/domain/ota';
import type { IPublishPacket, MqttClient } from 'mqtt';
import { announce, type TestGateway, type TestMachine } from './test-gateway.js';

/** A package with its file. */
export interface TestPackage {
  readonly id: string;
  readonly tenantId: string;
  readonly title: string;
  readonly version: string;
  readonly file: Buffer;
  readonly sha256: string;
}

/** Adds a package of a company, as the api takes one. */
export async function addPackage({ db }: TestGateway, tenantId: string, { bytes, kind = 'firmware', version = '1.0', title = `固件 ${randomUUID().slice(0, 8)}` }: { readonly bytes: number; readonly kind?: 'firmware' | 'software'; readonly version?: string; readonly title?: string }): Promise<TestPackage> {
  const [id, file] = [randomUUID(), randomBytes(bytes)];
  const sha256 = createHash('sha256').update(file).digest('hex');
  await db.sql(`INSERT INTO ota_key (tenant_id, id, public_key, private_sealed) VALUES ($1, gen_random_uuid(), 'test', 'test') ON CONFLICT DO NOTHING`, [tenantId]);
  await db.sql(
    `INSERT INTO ota_package (tenant_id, id, kind, title, version, file_name, size_bytes, sha256, signature, key_id, author_name, ready_at)
     SELECT $1, $2, $3, $4, $7, '固件.bin', $5, decode($6, 'hex'), '\\x01', k.id, 'test', now() FROM ota_key k WHERE k.tenant_id = $1 AND k.retired_at IS NULL`,
    [tenantId, id, kind, title, bytes, sha256, version],
  );
  for (let at = 0; at < bytes; at += PIECE_BYTES) await db.sql('INSERT INTO ota_piece (tenant_id, package_id, piece_no, bytes) VALUES ($1, $2, $3, $4)', [tenantId, id, at / PIECE_BYTES, file.subarray(at, at + PIECE_BYTES)]);
  return { id, tenantId, title, version, file, sha256 };
}

/** Asks a machine to run a package, as setting its desired state does. */
export async function assignPackage({ db }: TestGateway, { tenantId, deviceId }: TestMachine, { title, version }: Pick<TestPackage, 'title' | 'version'>, prefix = 'fw'): Promise<void> {
  // At once: a version that is told before its values are there would be told as nothing.
  await db.sql(
    `WITH d AS (UPDATE device SET desired_version = desired_version + 1 WHERE id = $1 RETURNING tenant_id, id, desired_version)
     INSERT INTO desired_attribute (tenant_id, device_id, key, value, version) SELECT tenant_id, id, k.key, to_jsonb(k.value), desired_version FROM d, unnest($2::text[], $3::text[]) AS k (key, value)
     ON CONFLICT (tenant_id, device_id, key) DO UPDATE SET value = excluded.value, version = excluded.version`,
    [deviceId, [`${prefix}_title`, `${prefix}_version`], [title, version]],
  );
  await announce(db, { kind: 'desired', tenantId, deviceId });
}

/** What comes to a client, message by message. */
export function messagesTo(client: MqttClient): { next(): Promise<{ topic: string; payload: Buffer; packet: IPublishPacket }> } {
  const [come, wanted]: [{ topic: string; payload: Buffer; packet: IPublishPacket }[], ((one: { topic: string; payload: Buffer; packet: IPublishPacket }) => void)[]] = [[], []];
  client.on('message', (topic, payload, packet) => {
    const one = { topic, payload, packet };
    const first = wanted.shift();
    if (first) first(one);
    else come.push(one);
  });
  return {
    next: () => {
      const first = come.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => void wanted.push(resolve));
    },
  };
}
