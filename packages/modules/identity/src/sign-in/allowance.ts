import { limited } from '@tenon/kernel';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { sayDatabaseIsAway } from './database-away.js';

/** Counts acts of one kind: so many in so many seconds for each key, from its first. */
export type Counting = (kind: string, points: number, durationS: number) => RateLimiterAbstract;

/**
 * Counts in `auth.attempt`, so that all apis count together and go on counting when one starts anew.
 * @param pool connections of the role tenon_auth
 */
export function countInDatabase(pool: pg.Pool): Counting {
  // Whichever is first forgets what is over in the table of all, every five minutes.
  let isSwept = false;
  return (keyPrefix, points, duration) => {
    const clearExpiredByTimeout = !isSwept;
    isSwept = true;
    return new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', schemaName: 'auth', tableName: 'attempt', tableCreated: true, clearExpiredByTimeout, keyPrefix, points, duration });
  };
}

/** Whose acts are counted is kept as a digest: the table tells nobody who tried to sign in, or from where. */
const digestOf = (key: string): string => createHash('sha256').update(`tenon/attempt/${key}`).digest('base64url');

/** So many acts in so long, counted for each key by itself. */
export class Allowance {
  constructor(private readonly limiter: RateLimiterAbstract) {}

  /** @throws AppError (limited) AUTH.TOO_MANY_ATTEMPTS, with the seconds to wait; (unavailable) DB.UNAVAILABLE: what cannot be counted is not tried */
  async spend(key: string): Promise<void> {
    try {
      await this.limiter.consume(digestOf(key));
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) sayDatabaseIsAway();
      throw limited('AUTH.TOO_MANY_ATTEMPTS', 'Too many attempts. Wait a little.', { waitS: Math.max(1, Math.ceil(spent.msBeforeNext / 1_000)) });
    }
  }

  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(digestOf(key));
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(digestOf(key));
  }
}
