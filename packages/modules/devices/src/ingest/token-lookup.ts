import { statesThat } from '@tenon/domain/life';
import { unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import type { TokenState } from './admission.js';
import { Coalescer } from './coalescer.js';

/** States of companies whose machines are let in. */
const LET_IN = statesThat('takesTelemetry');

/** All that are answered together are let in at one go, and whoever is in already waits for it: a plant that reconnects comes in by so many. */
const AT_ONCE = 100;

interface TokenRow { digest: string; tenant_id: string; device_id: string; is_revoked: boolean; is_retired: boolean; is_suspended: boolean }

interface Question {
  readonly digest: string;
  readonly answered: (state: TokenState | null) => void;
  readonly failed: (error: Error) => void;
}

/** Asks the database about tokens, all that come together in one statement: a whole plant that reconnects is a few queries. */
export class TokenLookup {
  private readonly questions: Coalescer<Question>;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.questions = new Coalescer(1, (asked) => this.answer(asked), AT_ONCE);
  }

  /** @param digest SHA-256 of the token, in hexadecimal. @throws AppError (unavailable) DB.UNAVAILABLE */
  find(digest: string): Promise<TokenState | null> {
    return new Promise((answered, failed) => this.questions.add({ digest, answered, failed }));
  }

  private async answer(asked: readonly Question[]): Promise<void> {
    try {
      const states = await this.read([...new Set(asked.map(({ digest }) => digest))]);
      for (const { digest, answered } of asked) answered(states.get(digest) ?? null);
    } catch (error) {
      this.log.warn('devices.tokens-not-read', { error });
      for (const { failed } of asked) failed(unavailable('DB.UNAVAILABLE', 'Access tokens cannot be checked just now.'));
    }
  }

  private async read(digests: readonly string[]): Promise<Map<string, TokenState>> {
    const { rows } = await this.pool.query<TokenRow>({
      name: 'tenon-tokens',
      text: `SELECT encode(k.digest, 'hex') AS digest, k.tenant_id, k.device_id, k.revoked_at IS NOT NULL AS is_revoked, d.retired_at IS NOT NULL AS is_retired, NOT t.state = ANY ($2) AS is_suspended
             FROM device_token k JOIN tenant t ON t.id = k.tenant_id JOIN device d ON d.tenant_id = k.tenant_id AND d.id = k.device_id
             WHERE k.digest = ANY (SELECT decode(d, 'hex') FROM unnest($1::text[]) AS d)`,
      values: [digests, LET_IN],
    });
    return new Map(
      rows.map((row) => [row.digest, { tenantId: row.tenant_id, deviceId: row.device_id, isRevoked: row.is_revoked, isRetired: row.is_retired, isSuspended: row.is_suspended }]),
    );
  }
}
