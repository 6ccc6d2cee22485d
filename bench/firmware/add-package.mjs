// @ts-check
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PIECE_BYTES } from '@tenon/domain/ota';

/** What the package is called. */
export const [TITLE, VERSION] = ['controller', '1.0'];

/**
 * A package of firmware in the database, as the api takes one, that all machines are asked to run; gives its file.
 * @param {import('pg').Pool} superuser
 * @param {number} bytes
 */
export async function addPackage(superuser, bytes) {
  const [file, id] = [randomBytes(bytes), randomUUID()];
  const { rows } = await superuser.query('SELECT id FROM tenant');
  const tenantId = rows[0].id;
  await superuser.query(
    `INSERT INTO ota_package (tenant_id, id, kind, title, version, file_name, size_bytes, sha256, signature, author_name, ready_at) VALUES ($1, $2, 'firmware', $3, $4, 'firmware.bin', $5, $6, '\\x01', 'bench', now())`,
    [tenantId, id, TITLE, VERSION, bytes, createHash('sha256').update(file).digest()],
  );
  for (let at = 0; at < bytes; at += PIECE_BYTES) await superuser.query('INSERT INTO ota_piece (tenant_id, package_id, piece_no, bytes) VALUES ($1, $2, $3, $4)', [tenantId, id, at / PIECE_BYTES, file.subarray(at, at + PIECE_BYTES)]);
  await superuser.query(
    `INSERT INTO desired_attribute (tenant_id, device_id, key, value, version) SELECT tenant_id, id, k.key, to_jsonb(k.value), 1 FROM device, unnest($1::text[], $2::text[]) AS k (key, value)`,
    [['fw_title', 'fw_version'], [TITLE, VERSION]],
  );
  return file;
}
