import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';

/** Names under which machines sent messages, as the worker lets go of them. */
@Injectable()
export class OldMessageKeyRepository {
  /** Deletes those of before an instant. @returns how many there were */
  forget(tx: SystemTx, before: Date, limit: number): Promise<number> {
    return tx.execute('DELETE FROM message_key WHERE ctid = ANY (ARRAY(SELECT ctid FROM message_key WHERE at < $1 LIMIT $2))', [before, limit]);
  }
}
