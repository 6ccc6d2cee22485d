import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MachineSelection, SeriesSelection, ValueKind } from '@tenon/domain/telemetry';
import { notFound } from '@tenon/kernel';

/** A metric of a machine that is asked about, with all that answers and groups are labelled by. */
export interface SelectedSeries {
  readonly id: number;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly key: string;
  readonly unit: string | null;
  readonly valueKind: ValueKind;
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly typeId: string | null;
  readonly typeName: string | null;
}

/** Which metrics a question is about. */
@Injectable()
export class SelectedSeriesRepository {
  /**
   * By machine's name and key; no more than `limit`, in whatever state the machine is.
   * @throws AppError (not-found) DEVICE.NOT_FOUND, DEVICE_TYPE.NOT_FOUND, PLACE.NOT_FOUND, TAG.NOT_FOUND, for what is another company's too
   */
  async find(tx: TenantTx, { machines, metrics }: SeriesSelection, { onlyNumbers, limit }: { readonly onlyNumbers: boolean; readonly limit: number }): Promise<SelectedSeries[]> {
    await this.demandKnown(tx, machines);
    const ids = machines.ids ? [...new Set(machines.ids)] : null;
    return tx.sql<SelectedSeries>(SELECT, [tx.tenantId, ids, machines.typeId ?? null, machines.placeId ?? null, lowered(machines.tags), metrics.length > 0 ? metrics : null, onlyNumbers, limit]);
  }

  private async demandKnown(tx: TenantTx, { ids, typeId, placeId, tags }: MachineSelection): Promise<void> {
    const [missing] = await tx.sql<{ device: string | null; type: string | null; place: string | null; tag: string | null }>(MISSING, [tx.tenantId, ids ?? [], typeId ?? null, placeId ?? null, lowered(tags) ?? []]);
    if (!missing) return;
    if (missing.device) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.', { deviceId: missing.device });
    if (missing.type) throw notFound('DEVICE_TYPE.NOT_FOUND', 'There is no such type.', { typeId: missing.type });
    if (missing.place) throw notFound('PLACE.NOT_FOUND', 'There is no such place.', { placeId: missing.place });
    if (missing.tag) throw notFound('TAG.NOT_FOUND', 'There is no such tag.', { tag: missing.tag });
  }
}

function lowered(tags: readonly string[] | undefined): string[] | null {
  return tags && tags.length > 0 ? [...new Set(tags.map((tag) => tag.toLowerCase()))] : null;
}

const MISSING = `
SELECT
  (SELECT wanted::text FROM unnest($2::uuid[]) wanted WHERE NOT EXISTS (SELECT FROM device WHERE tenant_id = $1 AND id = wanted) LIMIT 1) AS device,
  (SELECT $3::uuid::text WHERE $3 IS NOT NULL AND NOT EXISTS (SELECT FROM device_type WHERE tenant_id = $1 AND id = $3::uuid)) AS type,
  (SELECT $4::uuid::text WHERE $4 IS NOT NULL AND NOT EXISTS (SELECT FROM place WHERE tenant_id = $1 AND id = $4::uuid)) AS place,
  (SELECT wanted FROM unnest($5::text[]) wanted WHERE NOT EXISTS (SELECT FROM tag WHERE tenant_id = $1 AND lower(name) = wanted) LIMIT 1) AS tag`;

const WITHIN = `d.place_id IN (WITH RECURSIVE within AS (
    SELECT id FROM place WHERE tenant_id = $1 AND id = $4::uuid UNION ALL SELECT i.id FROM within w JOIN place i ON i.tenant_id = $1 AND i.parent_id = w.id) SELECT id FROM within)`;
const TAGGED = `d.id IN (SELECT u.device_id FROM device_tag u JOIN tag t ON t.tenant_id = $1 AND t.id = u.tag_id
    WHERE u.tenant_id = $1 AND lower(t.name) = ANY ($5::text[]) GROUP BY u.device_id HAVING count(*) = cardinality($5::text[]))`;

const SELECT = `
SELECT s.id, s.device_id AS "deviceId", d.name AS "deviceName", s.key, s.unit, s.value_kind AS "valueKind",
  d.place_id AS "placeId", p.name AS "placeName", d.type_id AS "typeId", t.name AS "typeName"
FROM device d JOIN series s ON s.tenant_id = d.tenant_id AND s.device_id = d.id
LEFT JOIN place p ON p.tenant_id = d.tenant_id AND p.id = d.place_id
LEFT JOIN device_type t ON t.tenant_id = d.tenant_id AND t.id = d.type_id
WHERE d.tenant_id = $1
  AND ($2::uuid[] IS NULL OR d.id = ANY ($2)) AND ($3::uuid IS NULL OR d.type_id = $3)
  AND ($4::uuid IS NULL OR ${WITHIN}) AND ($5::text[] IS NULL OR ${TAGGED})
  AND ($6::text[] IS NULL OR s.key = ANY ($6)) AND (NOT $7::boolean OR s.value_kind = 'number')
ORDER BY d.name, d.id, s.key LIMIT $8`;
