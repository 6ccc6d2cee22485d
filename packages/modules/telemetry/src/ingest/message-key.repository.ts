import { createHash } from 'node:crypto';
import { conflict, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import type { IngestDevice } from './layout.js';

/** A message that its sender may send again under a name of its own. */
export interface KeyedMessage {
  readonly device: IngestDevice;
  /** The sender's name for it. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** The stamp that its first reading without a time gets, unless it came before. */
  readonly firstStampUs: number;
}

interface KeyRow { body_digest: Buffer; first_stamp_us: string }

// What came before stays; it is read back by writing nothing over it.
const CLAIM = `
  INSERT INTO message_key AS k (tenant_id, device_id, digest, body_digest, first_stamp_us) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, device_id, digest) DO UPDATE SET digest = k.digest
  RETURNING body_digest, first_stamp_us`;

const digest = (of: string | Uint8Array): Buffer => createHash('sha256').update(of).digest();

/**
 * Remembers for a day under which name a machine sent a message without times, and which stamps it got: sent again, it gets the same, so that its
 * points are the same points. That is all there is to sending something twice without its being there twice, whatever became of the first.
 */
export class MessageKeyRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  /** @returns the stamp of its first reading @throws AppError (conflict) INGEST.KEY_USED where another message came under this name; (unavailable) DB.UNAVAILABLE */
  async claim({ device: { tenantId, deviceId }, key, bytes, firstStampUs }: KeyedMessage): Promise<number> {
    const body = digest(bytes);
    const { rows } = await this.pool.query<KeyRow>({ name: 'tenon-message-key', text: CLAIM, values: [tenantId, deviceId, digest(key), body, firstStampUs] }).catch((error: unknown) => {
      this.log.warn('ingest.key-not-kept', { error });
      throw unavailable('DB.UNAVAILABLE', 'The message cannot be stored just now.');
    });
    if (!rows[0]?.body_digest.equals(body)) throw conflict('INGEST.KEY_USED', 'Another message was sent under this idempotency key.');
    return Number(rows[0].first_stamp_us);
  }
}
