import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a ceremony may take. Milliseconds. */
const LASTS_MS = 5 * 60_000;
const NONCE = 24;
const TIME = 6;
const SEAL = 32;

/** What a challenge is for: signing in, whoever it is; or a new passkey of one person. */
export type Purpose = 'get' | `create ${string}`;

/**
 * Challenges that browsers have signed. Each is 24 random bytes and its end, sealed, so that nothing is kept of one until its answer is
 * right, and asking for them fills no table. That one is answered once is for whoever takes the answer.
 */
export class PasskeyChallenges {
  /** @param key 32 bytes that nobody else has */
  constructor(private readonly key: Buffer) {}

  /** In base64url, as browsers answer it. */
  issue(purpose: Purpose, nowMs: number): string {
    const body = Buffer.alloc(NONCE + TIME);
    randomBytes(NONCE).copy(body);
    body.writeUIntBE(nowMs + LASTS_MS, NONCE, TIME);
    return Buffer.concat([body, this.sealOf(body, purpose)]).toString('base64url');
  }

  /** When it ends; null unless it is ours, for this purpose, and not over. */
  endOf(challenge: string, purpose: Purpose, nowMs: number): Date | null {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== NONCE + TIME + SEAL || bytes.toString('base64url') !== challenge) return null;
    const body = bytes.subarray(0, NONCE + TIME);
    if (!timingSafeEqual(bytes.subarray(NONCE + TIME), this.sealOf(body, purpose))) return null;
    const endMs = body.readUIntBE(NONCE, TIME);
    return endMs > nowMs ? new Date(endMs) : null;
  }

  private sealOf(body: Buffer, purpose: Purpose): Buffer {
    return createHmac('sha256', this.key).update(body).update(`tenon/passkey/${purpose}`).digest();
  }
}
