import { Injectable } from '@nestjs/common';
import { erasePoints } from '@tenon/contracts/jobs';
import type { TenantTx } from '@tenon/db';
import type { DeviceFootprint } from './footprint.repository.js';

/** All that a company has left in the telemetry tables. */
@Injectable()
export class CompanyFootprintRepository {
  /** By what its machines have, and by what is promised to be erased of those that it deleted. */
  async find(tx: TenantTx): Promise<DeviceFootprint> {
    const [own] = await tx.sql<DeviceFootprint>(
      `SELECT ARRAY(SELECT id FROM telemetry_shape WHERE tenant_id = $1 ORDER BY id) AS "shapeIds", ARRAY(SELECT id FROM series WHERE tenant_id = $1 ORDER BY id) AS "seriesIds"`,
      [tx.tenantId],
    );
    const promised = await tx.sql<{ payload: unknown }>(`SELECT payload FROM outbox WHERE tenant_id = $1 AND job = $2 AND state <> 'done'`, [tx.tenantId, erasePoints.name]);
    const gone = promised.map(({ payload }) => erasePoints.payload.parse(payload));
    return {
      shapeIds: [...(own?.shapeIds ?? []), ...gone.flatMap(({ shapeIds }) => shapeIds)],
      seriesIds: [...(own?.seriesIds ?? []), ...gone.flatMap(({ seriesIds }) => seriesIds)],
    };
  }
}
