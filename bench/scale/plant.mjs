// @ts-check
import { randomUUID } from 'node:crypto';

/**
 * A company with so many machines that have sent nothing yet.
 * @param {import('pg').Pool} superuser
 * @param {number} machines
 */
export async function addPlant(superuser, machines) {
  const tenantId = randomUUID();
  const deviceIds = Array.from({ length: machines }, () => randomUUID());
  await superuser.query(`INSERT INTO tenant (id, name) VALUES ($1::uuid, 'bench ' || $1::uuid::text)`, [tenantId]);
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, id, id::text, 'machine' FROM unnest($2::uuid[]) AS id`, [tenantId, deviceIds]);
  return { tenantId, deviceIds };
}

/** @typedef {Awaited<ReturnType<typeof addPlant>>} Plant */
