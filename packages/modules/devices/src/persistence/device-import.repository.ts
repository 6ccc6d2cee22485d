import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';
import { tokenDigest, tokenPrefix } from './device-token.repository.js';

/** A machine of a list, made and with its token. */
export interface ImportedDevice {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly typeId: string | null;
  readonly placeId: string | null;
}

/** Machines by the thousand, a statement for all of them. */
@Injectable()
export class DeviceImportRepository {
  /** Which of these names are taken, and by which working token's digest (hexadecimal, null without one) each is known. */
  async takenBy(tx: TenantTx, names: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await tx.sql<{ name: string; digest: string | null }>(
      `SELECT d.name, encode(k.digest, 'hex') AS digest FROM device d LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL
       WHERE d.tenant_id = $1 AND d.name = ANY ($2)`,
      [tx.tenantId, names],
    );
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  }

  /** Writes them all. @returns the tokens that somebody has or had already, who may be in another company. @throws AppError (conflict) DEVICE_LIST.OUTRUN where a name was taken meanwhile */
  async insert(tx: TenantTx, devices: readonly ImportedDevice[]): Promise<ReadonlySet<string>> {
    try {
      await tx.execute(
        `INSERT INTO device (tenant_id, id, name, kind, attributes, type_id, place_id) SELECT $1, d.id, d.name, 'machine', d.attributes, d.type_id, d.place_id
         FROM unnest($2::uuid[], $3::text[], $4::jsonb[], $5::uuid[], $6::uuid[]) AS d (id, name, attributes, type_id, place_id)`,
        [tx.tenantId, devices.map(({ id }) => id), devices.map(({ name }) => name), devices.map(({ attributes }) => JSON.stringify(attributes)), devices.map(({ typeId }) => typeId), devices.map(({ placeId }) => placeId)],
      );
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('DEVICE_LIST.OUTRUN', 'Another machine was given one of these names meanwhile.');
      throw error;
    }
    const digests = new Map(devices.map(({ token }) => [Buffer.from(tokenDigest(token)).toString('hex'), token]));
    const written = await tx.sql<{ digest: string }>(
      `INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) SELECT $1, k.id, k.device_id, decode(k.digest, 'hex'), k.prefix FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS k (id, device_id, digest, prefix)
       ON CONFLICT (digest) DO NOTHING RETURNING encode(digest, 'hex') AS digest`,
      [tx.tenantId, devices.map(() => tx.newId()), devices.map(({ id }) => id), [...digests.keys()], devices.map(({ token }) => tokenPrefix(token))],
    );
    for (const { digest } of written) digests.delete(digest);
    return new Set(digests.values());
  }
}
