import type { ClaimOffer } from '@tenon/domain/devices';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

const KEEP = `UPDATE device_handover SET secret_digest = $3, secret_until = LEAST(now() + $4 * interval '1 millisecond', expires_at)
  WHERE tenant_id = $1 AND device_id = $2 AND way = 'machine' AND withdrawn_at IS NULL AND taken_at IS NULL AND expires_at > now()`;

/** What machines say of themselves so that another company may take them over, as the gateway process keeps it. */
export class ClaimOfferRepository {
  constructor(private readonly pool: pg.Pool) {}

  /** Keeps the secret that the machine told, in place of the one before. @returns whether its company allows it */
  async keep({ tenantId, deviceId }: DeviceRef, { secret, durationMs }: ClaimOffer): Promise<boolean> {
    const { rowCount } = await this.pool.query({ name: 'tenon-claim-offer', text: KEEP, values: [tenantId, deviceId, createHash('sha256').update(secret).digest(), durationMs] });
    return (rowCount ?? 0) > 0;
  }
}
